package dev.allclear.app.demo;

import dev.allclear.app.demo.Script.Episode;
import dev.allclear.app.demo.Script.Lesson;
import dev.allclear.app.demo.Script.Said;
import dev.allclear.app.demo.Script.Slip;
import dev.allclear.app.demo.Script.Vow;
import dev.allclear.incident.Facts;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Workaround;
import dev.allclear.operation.Answers;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.Word;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Tells incidents the way in which they came: word by word, through the desk.
final class Episodes {

    private final Store store;
    private final IncidentDesk desk;
    private final Founding company;
    private final Cast cast;
    private final StoryCalendar calendar;

    Episodes(Store store, IncidentDesk desk, Founding company, Cast cast, StoryCalendar calendar) {
        this.store = store;
        this.desk = desk;
        this.company = company;
        this.cast = cast;
        this.calendar = calendar;
    }

    void plan(Episode episode, Programme programme) {
        new Telling(episode).plan(programme);
    }

    /// One incident while it is being told.
    private final class Telling {

        private final Episode episode;
        private final Instant start;
        private final Instant end;
        private final Actor actor;
        private Optional<IncidentId> id = Optional.empty();

        Telling(Episode episode) {
            this.episode = episode;
            this.start = episode.ago() == null
                    ? calendar.weeksBack(Objects.requireNonNull(episode.when(), episode.title()))
                    : calendar.now().minus(StoryCalendar.length(episode.ago()));
            // Of several ends only the last one held.
            this.end = episode.updates().reversed().stream()
                    .flatMap(said -> Optional.ofNullable(said.resolved()).stream())
                    .findFirst()
                    .map(this::after)
                    .orElse(start);
            this.actor = company.actor(episode.by());
        }

        private Instant after(String length) {
            return start.plus(StoryCalendar.length(length));
        }

        void plan(Programme programme) {
            var first = episode.updates().getFirst();
            programme.at(after(first.after()), () -> declare(first));
            for (var said : episode.updates().subList(1, episode.updates().size())) {
                programme.at(after(said.after()), () -> say(said));
            }
            var correct = episode.correct();
            if (correct != null) {
                programme.at(after(correct.after()), () -> correct(correct));
            }
            var report = episode.report();
            if (report != null) {
                programme.at(calendar.daysAfter(start, report.after()), () -> report(report));
            }
        }

        private void declare(Said first) {
            var declaration = new Declaration(
                    episode.title(),
                    severity(),
                    stage(Objects.requireNonNull(first.stage(), episode.title())),
                    text(first.text()),
                    new Facts(text(episode.impact()), workaround(), cause(), Optional.empty()),
                    cast.areas(episode.areas()),
                    Optional.of(start),
                    next(first));
            id = Optional.of(
                    desk.declare(company.page(), declaration, actor).value().id());
        }

        private Severity severity() {
            return Severity.valueOf(episode.severity().toUpperCase(Locale.ROOT));
        }

        private Optional<Instant> next(Said said) {
            return Optional.ofNullable(said.next())
                    .map(length -> after(said.after()).plus(StoryCalendar.length(length)));
        }

        private static Stage stage(String name) {
            return Stage.valueOf(name.toUpperCase(Locale.ROOT));
        }

        private String text(String text) {
            return calendar.text(text, start, end);
        }

        private IncidentId incident() {
            return id.orElseThrow();
        }

        private void say(Said said) {
            if (said.resolved() != null) {
                resolve(said, after(said.resolved()));
            } else if (said.withdrawn() != null) {
                var reason = Phase.Reason.valueOf(
                        said.withdrawn().toUpperCase(Locale.ROOT).replace('-', '_'));
                desk.withdraw(company.page(), incident(), reason, text(said.text()), Optional.empty(), actor);
            } else if (said.reopen() != null) {
                desk.reopen(company.page(), incident(), word(said, said.reopen()), Optional.empty(), actor);
            } else {
                var stage = Objects.requireNonNull(said.stage(), episode.title());
                desk.postUpdate(company.page(), incident(), word(said, stage), Optional.empty(), actor);
            }
        }

        private Word word(Said said, String stage) {
            return new Word(
                    stage(stage),
                    text(said.text()),
                    Optional.ofNullable(said.areas()).map(cast::areas),
                    next(said));
        }

        private void resolve(Said said, Instant restored) {
            // Each all-clear speaks of the end that it announces, not of one that came later.
            var words = calendar.text(said.text(), start, restored);
            desk.resolve(company.page(), incident(), words, Optional.of(restored), Optional.empty(), actor);
        }

        private Workaround workaround() {
            return switch (episode.workaround()) {
                case "not-needed" -> new Workaround.NotNeeded();
                case "none" -> new Workaround.NoneYet();
                default -> new Workaround.Given(text(episode.workaround()));
            };
        }

        private RootCause cause() {
            if (episode.suspected() != null) {
                return new RootCause.Suspected(text(episode.suspected()));
            }
            if (episode.cause() == null) {
                return new RootCause.Unknown();
            }
            return episode.cause().equals("not-public")
                    ? new RootCause.ConfirmedNotPublic()
                    : new RootCause.Confirmed(text(episode.cause()));
        }

        private void correct(Slip slip) {
            var incident = store.reading(tx -> tx.incidents().find(company.page(), incident()))
                    .orElseThrow()
                    .value();
            var wrong = incident.updates().get(slip.update() - 1);
            var right = wrong.text().replace(text(slip.before()), text(slip.put()));
            desk.correct(company.page(), incident(), wrong.id(), right, text(slip.why()), Optional.empty(), actor);
        }

        private List<FollowUp> followUps(Lesson lesson) {
            var vows = lesson.followUps() == null ? List.<Vow>of() : lesson.followUps();
            return vows.stream()
                    .map(vow -> new FollowUp(
                            text(vow.what()),
                            Optional.of(calendar.dayAfter(start, vow.by())),
                            Optional.ofNullable(vow.done()).map(days -> calendar.dayAfter(start, days)),
                            !Boolean.TRUE.equals(vow.internal())))
                    .toList();
        }

        private void report(Lesson lesson) {
            desk.report(
                    company.page(),
                    incident(),
                    new Answers(
                            text(lesson.wrong()), text(lesson.fixed()), text(lesson.prevented()), followUps(lesson)),
                    Optional.empty(),
                    actor);
        }
    }
}
