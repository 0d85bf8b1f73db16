package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Findings.AtDomain;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Reason;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.web.Ask;
import dev.allclear.transaction.Tx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Who did not get an announcement, and why: by reason, and by the domain of their addresses.
///
/// @param reasons most frequent first
/// @param domains those with most people first; empty where nobody asked for them
/// @param countLink where the domains of very many are counted; empty where they are, or there are none
public record Breakdown(List<Why> reasons, List<Domain> domains, String countLink) {

    private static final int REASONS = 10;
    private static final int DOMAINS = 20;

    /// So many are counted without being asked.
    private static final long FEW = 20_000;

    /// @param link to those who have it
    public record Why(String words, String state, boolean isBad, long count, String link) {}

    /// @param link to those who failed there; empty where there are none, or whoever looks may not search addresses
    public record Domain(AtDomain at, String link) {}

    /// @param path of the announcement
    static Breakdown of(Tx tx, Ask ask, Progress progress, String path, boolean mayManage) {
        var announcement = progress.announcement();
        var reasons = tx.findings().reasons(announcement.page(), announcement.id(), REASONS).stream()
                .map(one -> why(one, path))
                .toList();
        var isCounted = progress.tally().all() <= FEW || ask.query().has("domains");
        if (!isCounted) {
            return new Breakdown(reasons, List.of(), path + "?domains#domains");
        }
        var domains = tx.findings().domains(announcement.page(), announcement.id(), DOMAINS).stream()
                .map(one -> new Domain(
                        one,
                        mayManage && one.failed() > 0 ? path + "?show=failed&q=" + encoded("@" + one.domain()) : ""))
                .toList();
        return new Breakdown(reasons, domains, "");
    }

    private static Why why(Reason.Count one, String path) {
        var kind = one.reason().kind();
        var state = switch (kind) {
            case WAITING, SENDING -> "tried again";
            case BOUNCED -> "came back";
            case FAILED -> "failed";
            case SUPPRESSED -> "not written to";
            case UNKNOWN -> "not known";
            case ACCEPTED, DELIVERED, SUPERSEDED -> kind.key();
        };
        return new Why(
                one.reason().words(),
                state,
                kind == Kind.FAILED || kind == Kind.BOUNCED,
                one.deliveries(),
                path + "?state=" + kind.key() + "&why=" + encoded(one.reason().words()) + "#who");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Whether domains say more than the list of people does.
    public boolean hasDomains() {
        return domains.stream().anyMatch(one -> one.at().all() > 1);
    }

    public List<Column> columns() {
        return List.of(
                Column.of("Domain"),
                new Column("People", "num opt"),
                new Column("Sent", "num"),
                new Column("Waiting", "num opt"),
                new Column("Failed", "num"));
    }
}
