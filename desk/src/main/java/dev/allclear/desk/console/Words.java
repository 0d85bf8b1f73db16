package dev.allclear.desk.console;

import dev.allclear.status.State;
import java.util.Locale;

/// The desk's words for the keys of the core, and numbers as people read them.
public final class Words {

    private Words() {}

    /// `partial_outage` becomes `Partial outage`.
    public static String capital(String key) {
        return key.isEmpty()
                ? key
                : Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('_', ' ');
    }

    public static String of(State state) {
        return state == State.UNKNOWN ? "Not known" : capital(state.key());
    }

    /// One word, for narrow places.
    public static String brief(State state) {
        return switch (state) {
            case OPERATIONAL -> "Works";
            case DEGRADED_PERFORMANCE -> "Degraded";
            case PARTIAL_OUTAGE -> "Partial";
            case MAJOR_OUTAGE -> "Major";
            case UNDER_MAINTENANCE -> "Maintenance";
            case UNKNOWN -> "Not known";
        };
    }

    /// `1,240`
    public static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// `1 mail`, `1,240 mails`
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}
