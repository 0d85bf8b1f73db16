package dev.allclear.desk.console.incidents.head;

import dev.allclear.PageId;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.journal.Entry;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Permission;
import dev.allclear.promise.Reminder;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of who was called about what an incident owes, and who answered.
///
/// @param kind `called`, `answered` or `spoke`, for the style
public record Called(Instant at, String kind, String words) {

    /// Oldest first.
    public static List<Called> about(Tx tx, Incident incident) {
        var reminders = tx.reminders().of(incident.page(), incident.id());
        var called = reminders.stream()
                .filter(one -> isHeard(one, reminders))
                .map(one -> new Called(one.at(), "called", words(tx, one)));
        var answered = tx.journal().about(incident.page(), incident.id().value()).stream()
                .flatMap(entry -> answer(entry).stream());
        // Only what follows a call is an answer to it.
        var first = reminders.stream().map(Reminder::at).min(Comparator.naturalOrder());
        var spoke = incident.updates().stream()
                .filter(update -> first.filter(at -> update.at().isAfter(at)).isPresent())
                .filter(update -> !update.isAutomatic())
                .map(Called::spoke);
        return Stream.of(called, answered, spoke)
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Called::at))
                .toList();
    }

    /// After a pause of the machine each person hears the latest only.
    private static boolean isHeard(Reminder one, List<Reminder> all) {
        return all.stream()
                .noneMatch(other -> other.at().equals(one.at())
                        && other.call().to().equals(one.call().to())
                        && other.call().due().isAfter(one.call().due()));
    }

    private static String words(Tx tx, Reminder reminder) {
        var who = reminder.call().to().map(person -> name(tx, person)).orElse("Nobody");
        return switch (reminder.call().step()) {
            case SOON -> who + " was reminded: an update was due in five minutes";
            case NOW -> who + " was reminded: the update was due";
            case OVERDUE -> who + " was called: the update was late";
            case HOLDING -> "A holding update went out by itself";
            case REPORT_SOON -> who + " was reminded: the report was due in a day";
            case REPORT_NOW -> who + " was reminded: the report was due";
            case REPORT_OVERDUE -> who + " was reminded: the report was late";
        };
    }

    private static Optional<Called> answer(Entry entry) {
        var who = Authors.name(entry.actor());
        return switch (entry.action()) {
            case "promise.taken" -> Optional.of(new Called(entry.at(), "answered", who + " said: I’m on it"));
            case "incident.owned" ->
                Optional.of(new Called(
                        entry.at(),
                        "answered",
                        who.equals(entry.detail()) ? who + " took it over" : who + " handed it to " + entry.detail()));
            default -> Optional.empty();
        };
    }

    private static Called spoke(Update update) {
        return new Called(update.at(), "spoke", Authors.name(update.author()) + " spoke to customers");
    }

    static String name(Tx tx, AccountId person) {
        return tx.accounts().find(person).map(Account::name).orElse("Somebody who has left");
    }

    /// Those who can look after an incident.
    static List<Account> people(Tx tx, PageId page) {
        return tx.accounts().all().stream()
                .filter(account -> account.may(page, Permission.DRAFT))
                .toList();
    }
}
