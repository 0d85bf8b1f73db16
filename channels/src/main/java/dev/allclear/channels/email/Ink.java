package dev.allclear.channels.email;

/// Chooses the colour of words on a coloured ground, by the contrast that WCAG 2 measures.
final class Ink {

    private static final String LIGHT = "#ffffff";
    private static final String DARK = "#14171a";

    private Ink() {}

    /// @param ground as `#rrggbb`
    static String on(String ground) {
        return contrast(luminance(ground), luminance(LIGHT)) >= contrast(luminance(ground), luminance(DARK))
                ? LIGHT
                : DARK;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
