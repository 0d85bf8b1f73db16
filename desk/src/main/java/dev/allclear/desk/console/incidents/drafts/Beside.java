package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OwnFields;
import dev.allclear.desk.console.incidents.preview.ShapeWords;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes out beside the title and the text, for somebody who reads before they agree.
///
/// @param at of a time, which is told in the reader's zone
public record Beside(String label, String value, Optional<Instant> at) {

    private enum Kind {
        CHOICE,
        WORDS,
        TIME
    }

    private record Field(String name, String label, Kind kind) {}

    private static final List<Field> FIELDS = List.of(
            new Field("severity", "Severity", Kind.CHOICE),
            new Field("startedAt", "Began", Kind.TIME),
            new Field("impact", "What customers notice", Kind.WORDS),
            new Field("scope", "Who is affected", Kind.WORDS),
            new Field("workaround", "Workaround", Kind.CHOICE),
            new Field("workaroundText", "What customers can do", Kind.WORDS),
            new Field("doing", "What we are doing", Kind.WORDS),
            new Field("cause", "Cause", Kind.CHOICE),
            new Field("causeText", "The cause, for customers", Kind.WORDS),
            new Field("fix", "What ended it", Kind.WORDS),
            new Field("estimate", "Restored by", Kind.TIME),
            new Field("restoredAt", "Service was back", Kind.TIME),
            new Field("worksAgain", "What works again", Kind.WORDS),
            new Field("reason", "What it was", Kind.WORDS),
            new Field("leftoversText", "What is left over", Kind.WORDS),
            new Field("next", "What comes next", Kind.CHOICE),
            new Field("reportBy", "The report appears by", Kind.WORDS));

    static List<Beside> of(Parameters typed, ZoneId zone) {
        var all = new ArrayList<Beside>();
        for (var field : FIELDS) {
            typed.filled(field.name())
                    .map(value -> of(field, value, typed, zone))
                    .ifPresent(all::add);
        }
        all.addAll(byHand(typed));
        return all;
    }

    /// What its author wrote for single shapes.
    static List<Beside> byHand(Parameters typed) {
        return OwnFields.all(typed, new Faults()).entrySet().stream()
                .map(own -> new Beside(
                        ShapeWords.name(own.getKey()) + ", written by hand",
                        (own.getValue().headline() + "\n" + own.getValue().body()).strip(),
                        Optional.empty()))
                .toList();
    }

    private static Beside of(Field field, String value, Parameters typed, ZoneId zone) {
        return switch (field.kind()) {
            case CHOICE -> new Beside(field.label(), Words.capital(value.replace('_', ' ')), Optional.empty());
            case WORDS -> new Beside(field.label(), value, Optional.empty());
            case TIME ->
                new Beside(
                        field.label(),
                        value,
                        Lenient.read(() -> TypedTimes.read(typed, field.name(), zone), Optional.empty()));
        };
    }
}
