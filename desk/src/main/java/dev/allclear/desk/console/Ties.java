package dev.allclear.desk.console;

import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What ties a control to its hint, its fault and what was typed. An attribute that is null is left out.
public final class Ties {

    private Ties() {}

    public static @Nullable String describedBy(Form form, String name, String id, String hint) {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add(id + "-hint");
        }
        if (!form.fault(name).isEmpty()) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public static @Nullable String invalid(Form form, String name) {
        return form.fault(name).isEmpty() ? null : "true";
    }

    /// HTML swallows a line break right after the tag; one more keeps what was typed whole.
    public static String text(Form form, String name) {
        var text = form.value(name);
        return text.startsWith("\n") || text.startsWith("\r") ? "\n" + text : text;
    }

    /// The instant of a time that we filled in ourselves, in the page's zone; null for one that a person typed.
    public static @Nullable String instant(Form form, String name, Watch watch) {
        if (form.hasFaults() || isTyped(form.typed())) {
            return null;
        }
        try {
            var value = form.value(name);
            return value.isEmpty()
                    ? null
                    : LocalDateTime.parse(value)
                            .atZone(watch.zone())
                            .toInstant()
                            .toString();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static boolean isTyped(Parameters fields) {
        return fields.has("zone");
    }
}
