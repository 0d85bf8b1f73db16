package dev.allclear.desk.api;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Review;
import dev.allclear.coach.Submission;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.people.Permission;
import dev.allclear.proof.Houses;
import dev.allclear.transaction.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/coach`: what the writing rules find in a message. Nothing is kept of it.
final class CoachResource {

    private final Store store;
    private final Json json;
    private final Replies replies;

    CoachResource(Store store, Json json) {
        this.store = store;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.ask("/coach", Permission.VIEW_DESK, this::review);
    }

    private record View(List<FindingView> findings, boolean blocks, CheckedView checked) {}

    /// What was looked at. Zero findings are no verdict that a message is good.
    private record CheckedView(String language, boolean byLanguage, int rules, String sentence) {}

    private record FindingView(
            String rule,
            String weight,
            String field,
            int start,
            int end,
            String why,
            String repair,
            Optional<FixView> fix) {}

    private record FixView(String label, String field, int start, int end, String text) {}

    private Answer review(Ask ask) {
        var house = store.reading(tx -> Houses.of(tx, ask.page()));
        return replies.ok(view(Coach.ours().review(Submission.read(json.object(ask), house))));
    }

    private static View view(Review review) {
        var checked = review.checked();
        return new View(
                review.shownFirst().stream().map(CoachResource::view).toList(),
                review.blocks(),
                new CheckedView(
                        checked.language(),
                        checked.byLanguage(),
                        checked.rules().size(),
                        review.findings().isEmpty()
                                ? "No findings by rules. " + checked.sentence()
                                : checked.sentence()));
    }

    private static FindingView view(Finding finding) {
        return new FindingView(
                finding.rule(),
                finding.weight().name().toLowerCase(Locale.ROOT),
                name(finding.field()),
                finding.span().start(),
                finding.span().end(),
                finding.why(),
                finding.repair(),
                finding.fix().map(CoachResource::view));
    }

    private static FixView view(Fix fix) {
        return new FixView(
                fix.label(), name(fix.field()), fix.span().start(), fix.span().end(), fix.text());
    }

    private static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
