package dev.allclear.language;

import java.util.Locale;

/// Which form of a phrase goes with a number, after the plural rules of CLDR for whole numbers.
enum PluralRule {
    /// English, German, Dutch, Spanish, ...: one, and all others.
    ONE_OTHER {
        @Override
        String formOf(long count) {
            return count == 1 ? "one" : "other";
        }
    },
    /// French, Brazilian Portuguese: zero counts as one.
    ZERO_ONE_OTHER {
        @Override
        String formOf(long count) {
            return count <= 1 ? "one" : "other";
        }
    },
    /// Polish: one, few (2 to 4, but not 12 to 14), many.
    POLISH {
        @Override
        String formOf(long count) {
            if (count == 1) {
                return "one";
            }
            return count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14) ? "few" : "many";
        }
    },
    /// Japanese, Chinese, Korean, Vietnamese, ...: no plural.
    OTHER {
        @Override
        String formOf(long count) {
            return "other";
        }
    };

    abstract String formOf(long count);

    static PluralRule named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
