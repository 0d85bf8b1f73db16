package dev.allclear.shape;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where readers find more.
///
/// @param page the full address, with its scheme
/// @param shortened for texts where each character counts, with or without a scheme
public record Links(@Nullable String page, @Nullable String shortened) {

    public Links {
        page = Clean.optional(page);
        shortened = Clean.optional(shortened);
    }

    /// As short as it gets.
    Optional<String> brief() {
        return Optional.ofNullable(shortened == null ? page : shortened);
    }

    /// So that every program makes it a link.
    Optional<String> full() {
        if (page != null && page.length() <= 80) {
            return Optional.of(page);
        }
        return brief().map(Links::withScheme).or(() -> Optional.ofNullable(page));
    }

    /// The short address where it is more than the full one without its scheme.
    Optional<String> toShare() {
        return shortened == null || (page != null && page.contains(shortened))
                ? Optional.empty()
                : Optional.of(withScheme(shortened));
    }

    private static String withScheme(String address) {
        return address.contains("://") ? address : "https://" + address;
    }
}
