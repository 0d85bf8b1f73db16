package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Malformed;
import java.util.Optional;
import java.util.regex.Pattern;

/// Versions as entity tags: `ETag: "3"` on what is shown, `If-Match: "3"` on what is changed (RFC 9110, section
/// 13.1.1).
final class Tags {

    private static final Pattern OURS = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Tags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /// The version that the sender looked at; empty when any will do.
    ///
    /// @param what for the refusal, when the tag is none that we ever gave out
    static Optional<Long> seen(Ask ask, String what) {
        var condition = ask.headers().only("If-Match").map(String::strip);
        if (condition.isEmpty() || condition.get().equals("*")) {
            return Optional.empty();
        }
        if (condition.get().contains(",")) {
            throw Malformed.request("If-Match must name one version, as the ETag did.");
        }
        var tag = OURS.matcher(condition.get());
        if (!tag.matches()) {
            throw new Refused.ChangedMeanwhile(what);
        }
        return Optional.of(Long.valueOf(tag.group(1)));
    }

    /// Refuses a condition on something that has no versions, instead of passing over it.
    static void mustNotAsk(Ask ask) {
        if (!ask.headers().all("If-Match").isEmpty()) {
            throw Malformed.request("This has no versions, so If-Match can't be asked of it.");
        }
    }

    /// Refuses the change of something whose front door doesn't ask for the version. Call it in the transaction.
    static void mustBe(Optional<Long> seen, long version, String what) {
        if (seen.isPresent() && seen.get() != version) {
            throw new Refused.ChangedMeanwhile(what);
        }
    }
}
