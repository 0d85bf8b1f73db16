package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Watch;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What customers will see, while it is being written: as on the page and as in the mail.
///
/// @param banner the page's first sentence
/// @param mail the text's lines without Markdown
/// @param letting what the publish button says, and what holds it up
/// @param suggestions values for fields that nobody has touched yet
/// @param coaching what the writing coach says
/// @param slots sentences for other places on the screen, by the place's name
/// @param shapes the same in all its shapes
/// @param changes what will be otherwise than before, line by line; empty where that goes without saying
public record Preview(
        Watch watch,
        State overall,
        String banner,
        String title,
        List<NamedArea> hits,
        String label,
        boolean hasText,
        SafeHtml html,
        Optional<Instant> due,
        String company,
        String subject,
        List<String> mail,
        String publicHost,
        Letting letting,
        Map<String, String> suggestions,
        Map<String, String> slots,
        ShapesView shapes,
        List<String> changes,
        Coaching coaching) {

    /// With what an update changes beside saying something.
    public Preview changing(List<String> what) {
        return with(slots, what);
    }

    public Preview with(Map<String, String> sentences) {
        return with(sentences, changes);
    }

    private Preview with(Map<String, String> sentences, List<String> what) {
        return new Preview(
                watch,
                overall,
                banner,
                title,
                hits,
                label,
                hasText,
                html,
                due,
                company,
                subject,
                mail,
                publicHost,
                letting,
                suggestions,
                sentences,
                shapes,
                what,
                coaching);
    }
}
