package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Caller;
import dev.allclear.desk.web.Endpoint;
import dev.allclear.desk.web.Malformed;
import dev.allclear.transaction.Answers;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Lets a program repeat a request whose answer it lost: with the same `Idempotency-Key` the same request is
/// carried out once and answered alike. The answer is kept in the transaction of the change, so there is never one
/// without the other. What was refused changed nothing and may be tried again with the same key.
final class Repeats {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private final Store store;

    Repeats(Store store) {
        this.store = store;
    }

    Endpoint once(Endpoint endpoint) {
        return ask -> {
            var key = ask.headers().only("Idempotency-Key");
            if (key.isEmpty()) {
                return endpoint.handle(ask);
            }
            if (!FORM.matcher(key.get()).matches()) {
                throw Malformed.request("An Idempotency-Key is up to 200 visible ASCII characters.");
            }
            return store.inTransaction(tx -> once(tx, key.get(), ask, endpoint));
        };
    }

    /// Says so where repeating can't be offered, instead of seeming to.
    Endpoint never(Endpoint endpoint) {
        return ask -> {
            if (!ask.headers().all("Idempotency-Key").isEmpty()) {
                throw Malformed.request(
                        "This request can't be repeated: its answer holds a secret that is kept nowhere.");
            }
            return endpoint.handle(ask);
        };
    }

    private Answer once(Tx tx, String key, Ask ask, Endpoint endpoint) {
        var owner = owner(ask);
        var request = digest(ask);
        tx.answers().removeBefore(ask.now().minus(KEPT));
        var known = tx.answers().find(owner, key);
        if (known.isPresent()) {
            if (!known.get().request().equals(request)) {
                throw new Refused.Invalid(
                        "Idempotency-Key",
                        "This key came with another request before. Use a new key for each request.");
            }
            return opened(known.get());
        }
        var answer = endpoint.handle(ask);
        tx.answers().add(new Answers.Answer(owner, key, request, answer.status(), sealed(answer), ask.now()));
        return answer;
    }

    private static String owner(Ask ask) {
        var holder = ask.caller() instanceof Caller.Program(var program) ? program.id() : "";
        return ask.page().id().value() + "/" + holder;
    }

    private static String digest(Ask ask) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head = ask.method() + "\n" + ask.path() + "\n"
                    + ask.headers().only("If-Match").orElse("") + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(ask.body());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// As HTTP has it: header lines, an empty line, the body.
    private static String sealed(Answer answer) {
        var sealed = new StringBuilder();
        answer.headers().stream()
                .filter(header -> KEPT_HEADERS.contains(header.getKey()))
                .forEach(header -> sealed.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append('\n'));
        return sealed.append('\n')
                .append(new String(answer.body(), StandardCharsets.UTF_8))
                .toString();
    }

    private static Answer opened(Answers.Answer kept) {
        var end = kept.body().indexOf("\n\n");
        var answer = Answer.bare(kept.status(), kept.body().substring(end + 2).getBytes(StandardCharsets.UTF_8));
        for (var line : kept.body().substring(0, end).split("\n", -1)) {
            var colon = line.indexOf(": ");
            answer = answer.with(line.substring(0, colon), line.substring(colon + 2));
        }
        return answer.with("Idempotency-Replayed", "true");
    }
}
