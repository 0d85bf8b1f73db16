package dev.allclear.app.demo;

import dev.allclear.app.demo.Script.Notice;
import dev.allclear.app.demo.Script.Work;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.people.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells planned work: announced days before, begun, and finished or called off.
final class Works {

    private static final int ROUND_MINUTES = 5;

    private final MaintenanceDesk desk;
    private final Founding company;
    private final Cast cast;
    private final StoryCalendar calendar;

    Works(MaintenanceDesk desk, Founding company, Cast cast, StoryCalendar calendar) {
        this.desk = desk;
        this.company = company;
        this.cast = cast;
        this.calendar = calendar;
    }

    void plan(Work work, Programme programme) {
        new Telling(work).plan(programme);
    }

    /// One piece of work while it is being told.
    private final class Telling {

        private final Work work;
        private final Window window;
        private final Actor actor;
        private Optional<MaintenanceId> id = Optional.empty();

        Telling(Work work) {
            this.work = work;
            var start = start();
            this.window = new Window(start, start.plus(StoryCalendar.length(work.lasts())));
            this.actor = company.actor(work.by());
        }

        private Instant start() {
            if (work.ahead() != null) {
                return calendar.weeksAhead(work.ahead());
            }
            if (work.ago() == null) {
                return calendar.weeksBack(Objects.requireNonNull(work.when(), work.title()));
            }
            // Nobody plans work for 14:37.
            var about = calendar.now().minus(StoryCalendar.length(work.ago())).truncatedTo(ChronoUnit.MINUTES);
            return about.minusSeconds(Math.floorMod(about.getEpochSecond(), ROUND_MINUTES * 60L));
        }

        void plan(Programme programme) {
            programme.at(time(work.announced()), this::announce);
            var started = work.started();
            if (started != null) {
                programme.at(window.start(), () -> desk.start(company.page(), maintenance(), text(started), actor));
            }
            for (var notice : Script.orNone(work.progress())) {
                programme.at(
                        time(notice), () -> desk.progress(company.page(), maintenance(), text(notice.text()), actor));
            }
            var completed = work.completed();
            if (completed != null) {
                programme.at(
                        time(completed),
                        () -> desk.complete(company.page(), maintenance(), text(completed.text()), actor));
            }
            var cancelled = work.cancelled();
            if (cancelled != null) {
                programme.at(
                        time(cancelled),
                        () -> desk.cancel(company.page(), maintenance(), text(cancelled.text()), actor));
            }
        }

        private Instant time(Notice notice) {
            if (notice.before() != null) {
                return calendar.daysBefore(window.start(), notice.before());
            }
            return notice.ago() == null
                    ? window.start().plus(StoryCalendar.length(Objects.requireNonNull(notice.after(), work.title())))
                    : calendar.daysBefore(calendar.now(), notice.ago());
        }

        private void announce() {
            var areas = work.areas().stream().map(cast::area).collect(Collectors.toSet());
            id = Optional.of(desk.announce(
                            company.page(),
                            new WorkPlan(work.title(), window, areas),
                            text(work.announced().text()),
                            actor)
                    .value()
                    .id());
        }

        private MaintenanceId maintenance() {
            return id.orElseThrow();
        }

        private String text(String text) {
            return calendar.text(text, window.start(), window.end());
        }
    }
}
