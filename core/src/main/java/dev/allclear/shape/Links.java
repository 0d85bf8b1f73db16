package dev.allclear.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// As short as it gets, and shorter still without the scheme, which phones do without; the fullest form first.
    List<String> forms() {
        return brief().stream()
                .flatMap(link -> Stream.of(link, link.replaceFirst("^https://", "")))
                .distinct()
                .toList();
    }

    /// As short as it gets and yet a link in every program.
    Optional<String> clickable() {
        return brief().map(Links::withScheme);
    }

    /// The address that readers know, unless it is too long to be read.
    Optional<String> full() {
        if (page != null && page.length() <= 80) {
            return Optional.of(page);
        }
        return clickable();
    }

    /// The short address where it is more than the full one without its scheme.
    Optional<String> toShare() {
        return shortened == null || (page != null && page.contains(shortened)) ? Optional.empty() : clickable();
    }

    private static String withScheme(String address) {
        return address.contains("://") ? address : "https://" + address;
    }
}
