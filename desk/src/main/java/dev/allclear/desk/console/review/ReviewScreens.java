package dev.allclear.desk.console.review;

import dev.allclear.Refused;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.console.incidents.head.Called;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.IncidentId;
import dev.allclear.people.Permission;
import dev.allclear.review.IncidentReview;
import dev.allclear.review.PeriodReview;
import java.time.Duration;
import java.util.List;

/// `/desk/incidents/{id}/review`: how one incident was handled; `/desk/review`: how promises were kept over some time.
public final class ReviewScreens implements Screens {

    private static final List<Integer> PERIODS = List.of(30, 90, 365);
    private static final int USUAL = 90;

    private final Room room;

    public ReviewScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        var view = Access.signedIn(Permission.VIEW_DESK);
        return List.of(
                Route.get("/desk/incidents/{id}/review", view, this::handled),
                Route.get("/desk/review", view, this::period));
    }

    private Answer handled(Ask ask) {
        var frame = room.frame(ask, Place.INCIDENTS, "How it was handled");
        var watch = frame.watch();
        var view = room.doors().store().reading(tx -> {
            var incident = tx.incidents()
                    .find(ask.page().id(), new IncidentId(ask.variable("id")))
                    .orElseThrow(() -> new Refused.NotFound("incident"))
                    .value();
            var review = IncidentReview.of(tx, incident, ask.now());
            return new HandledView(
                    frame,
                    review,
                    incident.resolvedAt()
                            .map(end -> watch.length(Duration.between(incident.startedAt(), end)))
                            .orElse(""),
                    Rhythm.of(review, ask.now()),
                    review.promises().stream()
                            .map(promise -> HandledView.Said.of(promise, watch))
                            .toList(),
                    review.reached(),
                    review.overridden().stream()
                            .map(one -> HandledView.Past.of(one, Authors.name(one.actor())))
                            .toList(),
                    Called.about(tx, incident));
        });
        return room.page(200, "console/review/handled.jte", view);
    }

    private Answer period(Ask ask) {
        var days = PERIODS.stream()
                .filter(period -> ask.query().get("days").equals(period.toString()))
                .findFirst()
                .orElse(USUAL);
        var review = room.doors()
                .store()
                .reading(tx -> PeriodReview.of(tx, ask.page().id(), ask.now().minus(Duration.ofDays(days)), ask.now()));
        var periods = PERIODS.stream()
                .map(period -> new Filter(
                        ask.link("/desk/review") + "?days=" + period, period + " days", "", period.equals(days)))
                .toList();
        var view = new PeriodView(room.frame(ask, Place.REVIEW, "Kept promises"), review, periods);
        return room.page(200, "console/review/period.jte", view);
    }
}
