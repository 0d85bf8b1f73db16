package dev.allclear.rehearsal;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.wording.Times;
import java.time.ZoneOffset;

/// A line as its readers would get it: with the promise that the page and mails add.
final class Script {

    private Script() {}

    static String framed(Line line, Language language) {
        var times = new Times(language, ZoneOffset.UTC);
        return line.due()
                .map(due -> line.text() + "\n\n"
                        + Languages.phrases(language).get("mail.incident.next", "time", times.timeWithZone(due)))
                .orElse(line.text());
    }
}
