package dev.allclear.desk.console;

import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.desk.web.Surface;
import java.util.List;
import java.util.stream.Stream;

/// The desk's screens, as one surface under `/desk`.
public final class Console implements Surface {

    private final Refusals refusals;
    private final List<Screens> screens;

    /// @param cookie by which refusals know for whom they are: an unknown address has no route that says so
    public Console(Room room, SessionCookie cookie, List<Screens> screens) {
        this.refusals = new Refusals(room, cookie);
        this.screens = List.copyOf(screens);
    }

    @Override
    public List<String> prefixes() {
        return List.of("/desk");
    }

    @Override
    public List<Route> routes() {
        var files = Stream.of(Look.STYLE.route(), Look.SCRIPT.route(), Look.MARK.route());
        return Stream.concat(files, screens.stream().flatMap(one -> one.routes().stream()))
                .toList();
    }

    @Override
    public Answer refused(Ask ask, Refusal refusal) {
        return refusals.answer(ask, refusal);
    }
}
