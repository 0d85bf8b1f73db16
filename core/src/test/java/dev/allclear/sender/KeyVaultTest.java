package dev.allclear.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allclear.Entropy;
import dev.allclear.wording.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyVaultTest {

    private static final Entropy DICE = new Entropy() {
        private byte next;

        @Override
        public String id() {
            return "id";
        }

        @Override
        public String secret() {
            var bytes = new byte[32];
            bytes[0] = next++;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Override
        public double fraction() {
            return 0;
        }
    };

    private static KeyVault vault(String secret) {
        return new KeyVault(new Signature(secret.repeat(32).getBytes(StandardCharsets.UTF_8)), DICE);
    }

    @Test
    void what_is_sealed_opens_under_the_same_secret_and_name_alone() {
        var vault = vault("a");
        var sealed = vault.seal("one", new byte[] {1, 2, 3});

        assertThat(vault.open("one", sealed)).containsExactly(1, 2, 3);
        assertThat(vault.seal("one", new byte[] {1, 2, 3})).isNotEqualTo(sealed);
        assertThatThrownBy(() -> vault.open("two", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault("b").open("one", sealed)).hasMessageContaining("another secret");
    }

    @Test
    void a_key_fits_into_dns_and_prints_no_secret() {
        var vault = vault("a");
        var key = new KeyMaker(vault).make("example.com", "ac2026a", Instant.EPOCH);

        assertThat(vault.open(key)).hasSizeGreaterThan(1000);
        assertThat(key.zoneLine())
                .startsWith("ac2026a._domainkey.example.com. 3600 IN TXT ( \"v=DKIM1; k=rsa; p=")
                .matches("[^\"]*(\"[^\"]{1,255}\" ?)+ ?\\)");
        assertThat(key.isIn("v=DKIM1;k=rsa; p=" + key.published() + " ; t=s")).isTrue();
        assertThat(key.toString()).doesNotContain(key.sealed());
    }
}
