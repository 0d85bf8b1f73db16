package dev.allclear.desk.console.suppressions;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppressions.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of suppressed addresses in portions, and the way from a whole address to its entry.
record SuppressionList(Room room) {

    private static final int SHOWN = 50;
    private static final int MOST = 10_000_000;
    private static final String PATH = "/desk/suppressions";
    private static final String RELEASED = "released";

    Answer show(Ask ask) {
        var search = ask.query().get("q").strip();
        if (search.isEmpty()) {
            return page(ask, "", "");
        }
        try {
            return room.doors()
                    .suppressions()
                    .find(ask.page().id(), EmailAddress.parse(search))
                    .map(one -> Answer.seeOther(ask.link(PATH + "/" + one.mark().value())))
                    .orElseGet(() -> page(ask, search, ""));
        } catch (Refused.Invalid unreadable) {
            return page(ask, search, "Type the whole address, such as ada@example.com.");
        }
    }

    private Answer page(Ask ask, String search, String fault) {
        var shown = ask.query().get("show");
        var wanted = wanted(shown);
        var before = before(ask);
        var desk = room.doors().suppressions();
        var found = desk.list(ask.page().id(), wanted, before, SHOWN + 1);
        var rows = found.stream().limit(SHOWN).map(ListView.Row::new).toList();
        var view = new ListView(
                room.frame(ask, Place.SUBSCRIBERS, "Suppressed addresses"),
                search,
                fault,
                filters(ask, shown),
                !shown.isEmpty(),
                desk.refusals(ask.page().id(), ListView.MOST_REFUSALS),
                rows,
                portion(ask, shown, before, rows.size(), found.size() > SHOWN));
        return room.page(fault.isEmpty() ? 200 : 422, "console/suppressions/list.jte", view);
    }

    private static Wanted wanted(String shown) {
        var reason = Arrays.stream(Reason.values())
                .filter(one -> one.key().equals(shown))
                .findFirst();
        return new Wanted(reason, shown.equals(RELEASED));
    }

    private static List<Filter> filters(Ask ask, String shown) {
        var reasons =
                Arrays.stream(Reason.values()).map(reason -> filter(ask, reason.key(), Reasons.label(reason), shown));
        return Stream.of(
                        Stream.of(filter(ask, "", "All", shown)),
                        reasons,
                        Stream.of(filter(ask, RELEASED, "Released", shown)))
                .flatMap(part -> part)
                .toList();
    }

    private static Filter filter(Ask ask, String key, String name, String shown) {
        return new Filter(ask.link(PATH) + (key.isEmpty() ? "" : "?show=" + key), name, "", shown.equals(key));
    }

    private static int before(Ask ask) {
        try {
            return Math.clamp(Long.parseLong(ask.query().get("before")), 0, MOST);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Portion portion(Ask ask, String shown, int before, int count, boolean more) {
        var known = wanted(shown)
                .reason()
                .map(Reason::key)
                .or(() -> Optional.of(shown).filter(RELEASED::equals));
        var path = ask.link(PATH) + "?show=" + known.orElse("") + "&before=";
        return new Portion(
                Words.number(before + 1) + " to " + Words.number(before + count),
                before > 0 ? path + Math.max(0, before - SHOWN) : "",
                more ? path + (before + SHOWN) : "");
    }
}
