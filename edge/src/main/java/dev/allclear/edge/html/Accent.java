package dev.allclear.edge.html;

import java.util.Locale;

/// The company's colour, made readable on light and on dark: contrast after WCAG 2.2, 1.4.3 and 1.4.11.
public record Accent(int red, int green, int blue) {

    private static final Accent WHITE = new Accent(255, 255, 255);
    private static final Accent INK = new Accent(21, 19, 31);
    private static final double TEXT = 4.5;

    /// @param colour as `#rrggbb`
    public static Accent parse(String colour) {
        var value = Integer.parseInt(colour.substring(1), 16);
        return new Accent(value >> 16, value >> 8 & 255, value & 255);
    }

    /// The rules that put the colour in place of the standard one, in both schemes.
    public String css() {
        var light = towards(INK, WHITE);
        var dark = towards(WHITE, INK);
        return ":root{--accent:" + light + ";--on-accent:" + light.textOnIt() + "}\n"
                + "@media (prefers-color-scheme:dark){:root{--accent:" + dark + ";--on-accent:" + dark.textOnIt()
                + "}}\n";
    }

    /// Mixed with `end` in small steps until it stands out from `ground`.
    private Accent towards(Accent end, Accent ground) {
        var colour = this;
        for (var step = 0; step < 20 && colour.contrast(ground) < TEXT; step++) {
            colour = colour.mixed(end);
        }
        return colour;
    }

    private Accent mixed(Accent other) {
        return new Accent((red * 9 + other.red) / 10, (green * 9 + other.green) / 10, (blue * 9 + other.blue) / 10);
    }

    Accent textOnIt() {
        return contrast(WHITE) >= contrast(INK) ? WHITE : INK;
    }

    private double contrast(Accent other) {
        var mine = luminance();
        var others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
