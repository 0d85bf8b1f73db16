package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.web.Parameters;

/// Reads what somebody has to write, and says what is missing in words of that very field.
public final class Written {

    private static final int LINE = 200;
    private static final int PROSE = 20_000;

    private Written() {}

    public static String line(Parameters typed, String field, String missing) {
        return line(typed, field, missing, LINE);
    }

    static String line(Parameters typed, String field, String missing, int limit) {
        return Text.line(field, said(typed, field, missing), limit);
    }

    public static String prose(Parameters typed, String field, String missing) {
        return Text.prose(field, said(typed, field, missing), PROSE);
    }

    /// For a preview. What is too long to be published is neither shown nor read by the coach: the form says so, and
    /// need not wait for either.
    public static String shownLine(String typed) {
        return typed.length() > LINE ? "" : typed;
    }

    public static String shownProse(String typed) {
        return typed.length() > PROSE ? "" : typed;
    }

    private static String said(Parameters typed, String field, String missing) {
        if (typed.get(field).isBlank()) {
            throw new Refused.Invalid(field, missing);
        }
        return typed.get(field);
    }
}
