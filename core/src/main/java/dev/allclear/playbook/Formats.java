package dev.allclear.playbook;

import dev.allclear.language.Language;
import dev.allclear.maintenance.Window;
import dev.allclear.wording.Times;
import java.text.ListFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// How times and lists are written for the readers of one language, with the zone always named.
public interface Formats {

    String moment(Instant at);

    String length(Duration length);

    String window(Window window);

    String list(List<String> names);

    /// As people say it: times of today's date without the date, all others with it.
    static Formats of(Language language, Times times, Instant now) {
        return new SpokenFormats(language, times, now);
    }

    /// `A, B and C`
    static String joined(Language language, List<String> names) {
        var locale = language.equals(Language.ENGLISH) ? Locale.UK : language.locale();
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
    }
}
