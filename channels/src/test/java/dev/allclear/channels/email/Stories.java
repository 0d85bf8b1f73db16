package dev.allclear.channels.email;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.incident.Correction;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Workaround;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Move;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicUpdate;
import dev.allclear.promise.Step;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One mail of every kind, from one outage and one night of planned work.
final class Stories {

    static final Instant START = Instant.parse("2026-11-22T12:05:00Z");
    private static final Instant WORK = Instant.parse("2026-11-29T02:00:00Z");

    private final Letters letters;
    private final boolean german;

    Stories(Letters letters) {
        this.letters = letters;
        this.german = letters.language().equals(Letters.GERMAN);
    }

    private String say(String english, String deutsch) {
        return german ? deutsch : english;
    }

    /// All of them by name.
    Map<String, Letter> all() {
        var all = new LinkedHashMap<String, Letter>();
        all.put("investigating", investigating());
        all.put("identified", identified());
        all.put("monitoring", monitoring());
        all.put("resolved", resolved());
        all.put("reopened", reopened());
        all.put("false-alarm", withdrawn(Update.Kind.FALSE_ALARM, Phase.Reason.FALSE_ALARM));
        all.put("cancelled", withdrawn(Update.Kind.CANCELLED, Phase.Reason.CANCELLED));
        all.put("report", report());
        for (var kind : Notice.Kind.values()) {
            // Nobody is mailed about these.
            if (kind == Notice.Kind.BECAME_INCIDENT || kind == Notice.Kind.REVISED) {
                continue;
            }
            all.put("maintenance-" + kind.key(), maintenance(kind));
        }
        all.put("confirmation", confirmation());
        all.put("correction", correction());
        all.put("reminder", reminder(Step.OVERDUE));
        all.put("reminder-report", reminder(Step.REPORT_NOW));
        all.put("handover", handover());
        return all;
    }

    Letter investigating() {
        var text = say(
                "About half of all card payments in Europe end with an error. We are finding out why.\n\nMoney is never taken for a payment that failed.",
                "Etwa die Hälfte aller Kartenzahlungen in Europa endet mit einem Fehler. Wir suchen die Ursache.\n\nFür eine gescheiterte Zahlung wird nie Geld abgebucht.");
        return update(
                Update.Kind.INVESTIGATING,
                Stage.INVESTIGATING,
                text,
                7,
                new Workaround.NoneYet(),
                Optional.empty(),
                true);
    }

    Letter identified() {
        var text = say(
                "Our connection to one card network refuses new payments. We are moving Europe to a second connection.",
                "Unsere Verbindung zu einem Kartennetz nimmt keine Zahlungen an. Wir stellen Europa auf eine zweite um.");
        var estimate = new PublicIncident.Restoration(
                after(150),
                List.of(new Estimate.Former(
                        after(90),
                        after(60),
                        say(
                                "The second connection needs a new certificate.",
                                "Die zweite Verbindung braucht ein neues Zertifikat."))));
        return update(Update.Kind.IDENTIFIED, Stage.IDENTIFIED, text, 62, workaround(), Optional.of(estimate), false);
    }

    Letter monitoring() {
        var text = say(
                "Europe pays over the second connection since 15:20 UTC; 99.7 % of payments succeed.",
                "Europa zahlt seit 15:20 UTC über die zweite Verbindung; 99,7 % der Zahlungen gelingen.");
        return update(
                Update.Kind.MONITORING,
                Stage.MONITORING,
                text,
                200,
                new Workaround.NotNeeded(),
                Optional.empty(),
                false);
    }

    Letter reopened() {
        var text = say(
                "Payments in Europe fail again since 18:40 UTC.",
                "Zahlungen in Europa scheitern seit 18:40 UTC wieder.");
        return update(Update.Kind.REOPENED, Stage.INVESTIGATING, text, 400, workaround(), Optional.empty(), false);
    }

    private Workaround workaround() {
        return new Workaround.Given(
                say(
                        "Ask customers to pay by bank transfer:\n\n- It works in all countries.\n- Refunds work as usual.",
                        "Bitten Sie Kunden, per Überweisung zu zahlen:\n\n- Das geht in allen Ländern.\n- Erstattungen gehen wie immer."));
    }

    private Letter update(
            Update.Kind kind,
            Stage stage,
            String text,
            int minutes,
            Workaround workaround,
            Optional<PublicIncident.Restoration> estimate,
            boolean first) {
        var next = after(minutes).plus(Duration.ofMinutes(30));
        var update = said(kind, text, after(minutes), Optional.of(next));
        var incident = incident(new Phase.Open(stage, next), workaround, estimate, update);
        return letters.letter(new Content.OfUpdate(incident, update, first), update.at());
    }

    Letter resolved() {
        var text = say(
                "Card payments work again everywhere. We are sorry: your customers could not pay for three hours on a Sunday.",
                "Kartenzahlungen gehen wieder überall. Es tut uns leid: Ihre Kunden konnten an einem Sonntag drei Stunden lang nicht zahlen.");
        var update = said(Update.Kind.RESOLVED, text, after(240), Optional.empty());
        var incident = incident(new Phase.Resolved(after(235)), workaround(), Optional.empty(), update);
        return letters.letter(new Content.OfUpdate(incident, update, false), update.at());
    }

    private Letter withdrawn(Update.Kind kind, Phase.Reason reason) {
        var text = say(
                "A faulty probe misled us. All payments went through.",
                "Ein fehlerhafter Messpunkt hat uns getäuscht. Alle Zahlungen gingen durch.");
        var update = said(kind, text, after(20), Optional.empty());
        var incident =
                incident(new Phase.Withdrawn(after(20), reason), new Workaround.NoneYet(), Optional.empty(), update);
        return letters.letter(new Content.OfUpdate(incident, update, false), update.at());
    }

    private Letter report() {
        var published = Instant.parse("2026-11-25T15:00:00Z");
        var report = new Report(
                say(
                        "The certificate of one connection expired, and nobody was told.",
                        "Das Zertifikat einer Verbindung lief ab, und niemand erfuhr davon."),
                say(
                        "We moved Europe to a second connection.",
                        "Wir haben Europa auf eine zweite Verbindung umgestellt."),
                say(
                        "- Every certificate is now watched.\n- Both connections carry traffic all the time.",
                        "- Jedes Zertifikat wird jetzt überwacht.\n- Beide Verbindungen werden immer genutzt."),
                published);
        var update =
                said(Update.Kind.RESOLVED, say("It works again.", "Es geht wieder."), after(240), Optional.empty());
        var incident = incident(new Phase.PostIncident(after(235), report), workaround(), Optional.empty(), update);
        return letters.letter(new Content.OfReport(incident), published);
    }

    private PublicUpdate said(Update.Kind kind, String text, Instant at, Optional<Instant> next) {
        return new PublicUpdate(
                new UpdateId("update-" + kind.key()), kind, text, at, next, Optional.empty(), List.of(), List.of());
    }

    private PublicIncident incident(
            Phase phase, Workaround workaround, Optional<PublicIncident.Restoration> estimate, PublicUpdate update) {
        return new PublicIncident(
                new IncidentId("story0000001"),
                say("Card payments fail in Europe", "Kartenzahlungen in Europa schlagen fehl"),
                Severity.MAJOR,
                phase,
                START,
                say(
                        "Paying by card ends with “Please try again later”.",
                        "Kartenzahlungen enden mit „Bitte versuchen Sie es später“."),
                "",
                workaround,
                "",
                phase instanceof Phase.Open(var stage, var _) && stage == Stage.IDENTIFIED
                        ? Optional.of(new PublicIncident.Cause(
                                false, say("An expired certificate.", "Ein abgelaufenes Zertifikat.")))
                        : Optional.empty(),
                "",
                estimate,
                List.of(
                        area(
                                "checkout",
                                "Checkout",
                                Optional.of("Payments"),
                                Optional.of("Frankfurt"),
                                State.PARTIAL_OUTAGE),
                        area(
                                "checkout",
                                "Checkout",
                                Optional.of("Payments"),
                                Optional.of("Dublin"),
                                State.PARTIAL_OUTAGE),
                        area("dashboard", "Dashboard", Optional.empty(), Optional.empty(), State.DEGRADED_PERFORMANCE)),
                List.of(update),
                false);
    }

    private static PublicArea area(
            String id, String name, Optional<String> group, Optional<String> region, State state) {
        return new PublicArea(new ComponentId(id), name, group, region, state);
    }

    private Letter maintenance(Notice.Kind kind) {
        var now = switch (kind) {
            case ANNOUNCED -> Letters.NOON;
            case MOVED -> Letters.NOON.plus(Duration.ofDays(1));
            case REMINDER -> WORK.minus(Duration.ofDays(1));
            case CHECK_IN -> WORK.plus(Duration.ofMinutes(60));
            case EXTENDED -> WORK.plus(Duration.ofMinutes(100));
            case THANKS -> WORK.plus(Duration.ofHours(20));
            case STARTED -> WORK;
            case PROGRESS -> WORK.plus(Duration.ofMinutes(45));
            case COMPLETED, BECAME_INCIDENT, REVISED -> WORK.plus(Duration.ofMinutes(100));
            case CANCELLED -> Instant.parse("2026-11-27T09:30:00Z");
        };
        var text = switch (kind) {
            case ANNOUNCED ->
                say(
                        "We replace the database behind the dashboard. You can't sign in meanwhile; payments go on.",
                        "Wir ersetzen die Datenbank hinter dem Dashboard. Sie können sich so lange nicht anmelden; Zahlungen laufen weiter.");
            case REMINDER, CHECK_IN, BECAME_INCIDENT, REVISED -> "";
            case MOVED ->
                say(
                        "A supplier delivers a day late, so we begin a day later.",
                        "Ein Lieferant liefert einen Tag später, also beginnen wir einen Tag später.");
            case EXTENDED ->
                say("The copy takes longer than we had measured.", "Die Kopie dauert länger, als wir gemessen hatten.");
            case THANKS ->
                say(
                        "The dashboard now runs on a database that can grow for years.",
                        "Das Dashboard läuft jetzt auf einer Datenbank, die jahrelang wachsen kann.");
            case STARTED -> say("We have begun. Payments go on.", "Wir haben begonnen. Zahlungen laufen weiter.");
            case PROGRESS ->
                say("Half of the data is moved, as planned.", "Die Hälfte der Daten ist umgezogen, wie geplant.");
            case COMPLETED ->
                say(
                        "The new database is in use. You can sign in again.",
                        "Die neue Datenbank ist in Betrieb. Sie können sich wieder anmelden.");
            case CANCELLED ->
                say(
                        "A supplier is late. We will announce a new date.",
                        "Ein Lieferant ist verspätet. Wir nennen einen neuen Termin.");
        };
        var phase = switch (kind) {
            case ANNOUNCED, MOVED, REMINDER -> new Maintenance.Phase.Scheduled();
            case STARTED, PROGRESS, CHECK_IN, EXTENDED -> new Maintenance.Phase.Running(WORK);
            case THANKS -> new Maintenance.Phase.Completed(WORK, WORK.plus(Duration.ofMinutes(100)));
            case COMPLETED, BECAME_INCIDENT, REVISED -> new Maintenance.Phase.Completed(WORK, now);
            case CANCELLED -> new Maintenance.Phase.Cancelled(now);
        };
        var notice = new PublicMaintenance.PublicNotice(
                new NoticeId("notice-" + kind.key()), kind, text, now, move(kind), rung(kind));
        var announced = new PublicMaintenance.PublicNotice(
                new NoticeId("notice-announced"),
                Notice.Kind.ANNOUNCED,
                say(
                        "We replace the database behind the dashboard.",
                        "Wir ersetzen die Datenbank hinter dem Dashboard."),
                Letters.NOON);
        var maintenance = new PublicMaintenance(
                new MaintenanceId("story0000001"),
                say("New database for the dashboard", "Neue Datenbank für das Dashboard"),
                new Window(WORK, WORK.plus(Duration.ofHours(2))),
                Optional.empty(),
                Kin.NONE,
                phase,
                details(),
                List.of(area("dashboard", "Dashboard", Optional.empty(), Optional.empty(), State.UNDER_MAINTENANCE)),
                kind == Notice.Kind.ANNOUNCED ? List.of(notice) : List.of(notice, announced));
        return letters.letter(new Content.OfMaintenance(maintenance, notice), now);
    }

    private static Optional<Move> move(Notice.Kind kind) {
        var after = new Window(WORK, WORK.plus(Duration.ofHours(2)));
        return switch (kind) {
            case MOVED -> {
                var dayBefore = WORK.minus(Duration.ofDays(1));
                yield Optional.of(new Move(new Window(dayBefore, dayBefore.plus(Duration.ofHours(2))), after));
            }
            case EXTENDED -> Optional.of(new Move(after, new Window(WORK, WORK.plus(Duration.ofHours(4)))));
            default -> Optional.empty();
        };
    }

    private static Optional<Rung> rung(Notice.Kind kind) {
        return kind == Notice.Kind.REMINDER ? Optional.of(new Rung(Duration.ofDays(1))) : Optional.empty();
    }

    private Details details() {
        return new Details(
                Optional.of(say("The old database is full.", "Die alte Datenbank ist voll.")),
                Optional.of(say("Signing in to the dashboard.", "Die Anmeldung am Dashboard.")),
                Optional.of(say("Payments.", "Zahlungen.")),
                new Todo.Act(say("Sign in again afterwards.", "Melden Sie sich danach neu an.")),
                Optional.of("support@harbour.example"),
                List.of(URI.create("https://help.harbour.example/database")),
                Optional.empty(),
                true);
    }

    Letter confirmation() {
        return letters.letter(
                new Content.Confirmation(URI.create(
                        "https://status.example.com/subscribe/confirm/subscriber01.tp0w1s.m1bXkFvQ2cJt9eYh4uLz7A")),
                Letters.NOON);
    }

    private Letter correction() {
        var wrong = say("All card payments in Europe fail.", "Alle Kartenzahlungen in Europa scheitern.");
        var right = say(
                "About half of all card payments in Europe fail.",
                "Etwa die Hälfte aller Kartenzahlungen in Europa scheitert.");
        var why = say("We had counted one card network only.", "Wir hatten nur ein Kartennetz gezählt.");
        var update = new PublicUpdate(
                new UpdateId("update-corrected"),
                Update.Kind.INVESTIGATING,
                right,
                after(7),
                Optional.of(after(37)),
                Optional.empty(),
                List.of(new Correction(after(19), wrong, why)),
                List.of());
        var phase = new Phase.Open(Stage.INVESTIGATING, after(37));
        var incident = incident(phase, new Workaround.NoneYet(), Optional.empty(), update);
        return letters.letter(new Content.OfCorrection(incident, update, wrong, why), after(19));
    }

    /// To somebody of the desk.
    private Letter reminder(Step step) {
        var title = say("Card payments fail in Europe", "Kartenzahlungen in Europa schlagen fehl");
        return letters.letter(new Content.OfReminder(title, step, after(37)), after(42));
    }

    /// To somebody of the desk who may agree.
    private Letter handover() {
        var title = say("Card payments fail in Europe", "Kartenzahlungen in Europa schlagen fehl");
        return letters.letter(new Content.OfHandover(title, "Ines Marín", false), after(12));
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
