package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.page.Page;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Makes the first page from the little that is asked at set-up; the rest can be changed later.
final class SetUpPage {

    private static final String ACCENT = "#1f6feb";

    private SetUpPage() {}

    static Page of(SetUp wishes, Entropy entropy, Instant now) {
        return new Page(
                new PageId(entropy.id()),
                slug(wishes.pageName()),
                wishes.pageName(),
                Optional.empty(),
                wishes.zone(),
                wishes.language(),
                ACCENT,
                Optional.empty(),
                now);
    }

    /// `Bücher & Co.` becomes `bucher-co`.
    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(40, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "status" : cut;
    }
}
