package dev.allclear.desk.console.journal;

import dev.allclear.PageId;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.journal.Chain;
import dev.allclear.journal.Entry;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Tx;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/desk/journal`: who did what, when, to what, and whether nobody has altered it since.
public final class JournalScreens implements Screens {

    private static final int SHOWN = 50;
    /// So many are checked whenever somebody looks; a longer journal when they ask for it.
    private static final long CHECKED_UNASKED = 5_000;

    private static final int PORTION = 1_000;

    private final Room room;

    public JournalScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/desk/journal", Access.signedIn(Permission.VIEW_DESK), this::show));
    }

    private Answer show(Ask ask) {
        var page = ask.page().id();
        var frame = room.frame(ask, Place.JOURNAL, "Journal");
        var before = before(ask);
        var view = room.doors().store().reading(tx -> {
            var last = tx.journal().last(page);
            var count = last.map(Entry::number).orElse(0L);
            var entries = tx.journal().page(page, before, SHOWN);
            var isAsked = ask.query().has("check");
            return new JournalView(
                    frame,
                    days(entries, ask.page().zone()),
                    last.map(Entry::hash),
                    count <= CHECKED_UNASKED || isAsked ? Optional.of(check(tx, page)) : Optional.empty(),
                    portion(ask, entries, count));
        });
        return room.page(200, "console/journal/journal.jte", view);
    }

    private static Optional<Long> before(Ask ask) {
        try {
            return ask.query().filled("before").map(Long::valueOf);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// By day of the page's zone, newest first.
    private static List<JournalView.Day> days(List<Entry> entries, ZoneId zone) {
        Map<LocalDate, List<Line>> days = new LinkedHashMap<>();
        for (var entry : entries) {
            days.computeIfAbsent(entry.at().atZone(zone).toLocalDate(), _ -> new ArrayList<>())
                    .add(Line.of(entry));
        }
        return days.values().stream()
                .map(lines -> new JournalView.Day(lines.getFirst().at(), lines))
                .toList();
    }

    private static Chain.Finding check(Tx tx, PageId page) {
        var chain = new Chain();
        var next = 1L;
        while (true) {
            var entries = tx.journal().from(page, next, PORTION);
            var finding = chain.walk(entries);
            if (finding instanceof Chain.Finding.BrokenAt || entries.size() < PORTION) {
                return finding;
            }
            next += entries.size();
        }
    }

    private static Portion portion(Ask ask, List<Entry> entries, long count) {
        if (entries.isEmpty()) {
            return new Portion("", "", "");
        }
        var newest = entries.getFirst().number();
        var oldest = entries.getLast().number();
        var path = ask.link("/desk/journal");
        return new Portion(
                Words.number(oldest) + " to " + Words.number(newest) + " of " + Words.number(count),
                newest < count ? path + (newest + SHOWN >= count ? "" : "?before=" + (newest + SHOWN + 1)) : "",
                oldest > 1 ? path + "?before=" + oldest : "");
    }
}
