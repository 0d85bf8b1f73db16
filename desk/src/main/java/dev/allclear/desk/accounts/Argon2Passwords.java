package dev.allclear.desk.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.allclear.people.Passwords;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Passwords kept as Argon2id with 19 MiB, two passes, one lane: OWASP's choice for servers.
public final class Argon2Passwords implements Passwords {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Each takes its memory for 50 ms or so; a crowd at the door must not take all there is.
    private final Semaphore free = new Semaphore(4);

    @Override
    public String hash(String password) {
        return alone(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID))
                .getResult());
    }

    @Override
    public boolean matches(String password, String hash) {
        return alone(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    private <T> T alone(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /// The same password typed on another system may come in another form of Unicode.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
