package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Report;
import dev.allclear.operation.Answers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads a post-incident report: `went_wrong`, `fixed`, `prevented`, `follow_ups`.
final class ReportBody {

    private static final int TEXT = 20_000;

    private ReportBody() {}

    /// @return to be asked once it is sure that nothing is wrong
    static Supplier<Answers> read(Fields fields) {
        var wentWrong = fields.prose("went_wrong", TEXT);
        var fixed = fields.prose("fixed", TEXT);
        var prevented = fields.prose("prevented", TEXT);
        var followUps =
                fields
                        .maybe("follow_ups", name -> fields.objects(name, Report.MOST_FOLLOW_UPS))
                        .orElse(List.of())
                        .stream()
                        .flatMap(one -> followUp(one).stream())
                        .toList();
        return () -> new Answers(wentWrong.orElseThrow(), fixed.orElseThrow(), prevented.orElseThrow(), followUps);
    }

    private static Optional<FollowUp> followUp(Fields fields) {
        var what = fields.line("what", 300);
        var by = fields.maybe("by", fields::date);
        var done = fields.maybe("done", fields::date);
        var isPublic = fields.maybe("public", fields::flag).orElse(false);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FollowUp(what.get(), by, done, isPublic));
        } catch (Refused.Invalid undated) {
            return fields.wrong("by", "What readers are promised has a date.");
        }
    }
}
