package dev.allclear.channels.inbound;

import dev.allclear.returns.Returned;
import dev.allclear.returns.ServerWords;
import dev.allclear.returns.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a complaint (RFC 5965). Providers blank out who complained, so it is the signed addresses of the mail itself
/// that say it.
final class FeedbackReport {

    private FeedbackReport() {}

    /// @param whole the mail that brings the report
    /// @param report its `message/feedback-report`
    /// @param to what the envelope says; it goes before what stands inside
    static Returned read(
            MimePart whole, MimePart report, Optional<Ticket> to, Function<String, Optional<Ticket>> tickets) {
        var fields = HeaderFields.read(report.decoded());
        var kind = fields.get("feedback-type").strip().toLowerCase(Locale.ROOT);
        var ticket = to.or(() -> inside(whole, fields, tickets));
        return switch (kind) {
            case "abuse", "fraud", "virus", "other", "opt-out", "opt-out-list" ->
                ticket.<Returned>map(about -> new Returned.Complained(about, words(kind, fields)))
                        .orElseGet(() -> new Returned.Unreadable("a complaint that names no address of ours"));
            case "" -> new Returned.Unreadable("a complaint that does not say of what kind");
            default -> new Returned.Ignored("a report of kind " + ServerWords.cleaned(kind));
        };
    }

    private static Optional<Ticket> inside(
            MimePart whole, HeaderFields report, Function<String, Optional<Ticket>> tickets) {
        var mail = whole.first("message/rfc822", "message/global", "text/rfc822-headers")
                .map(MimePart::attached)
                .orElse(report);
        return Stream.of(
                        report.all("original-mail-from"),
                        mail.all("return-path"),
                        mail.all("list-unsubscribe"),
                        mail.all("x-original-return-path"))
                .flatMap(List::stream)
                .limit(20)
                .flatMap(Addresses::in)
                .flatMap(address -> tickets.apply(address).stream())
                .findFirst();
    }

    private static String words(String kind, HeaderFields report) {
        var by = report.first("user-agent")
                .map(agent -> ", reported by " + agent)
                .orElse("");
        return ServerWords.cleaned(kind + by);
    }
}
