package dev.allclear.desk.console;

import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands around a screen of the desk: the menu, who is signed in, the promise that is due first
/// (`console/frame.jte`).
///
/// @param root `/p/<slug>` or nothing; put before every link by `link`
/// @param publicPage where customers read
/// @param pages the pages between which this person can switch; one alone where there is no choice
/// @param formToken what every form carries as `_token`
/// @param authoring whether the screen has a publish bar, which takes the place of the bottom bar on phones
/// @param keepsMails whether mails are kept as files, since no mail server is set
/// @param said what the last form did; empty most of the time
public record Frame(
        Head head,
        Place place,
        String root,
        Page page,
        String publicPage,
        List<OtherPage> pages,
        Account account,
        String formToken,
        Watch watch,
        Standing standing,
        boolean authoring,
        boolean keepsMails,
        Optional<Said> said) {

    /// A page to switch to.
    public record OtherPage(String name, String link, boolean isThis) {}

    /// How things stand, for the menu.
    ///
    /// @param next the promise that is due first: a next update, or where none is owed a report that is late
    /// @param more how many more there are
    /// @param late how many of all are broken
    /// @param drafts how many drafts wait
    public record Standing(Optional<Promise> next, int more, int open, int late, int drafts) {

        /// `and 2 more, 1 of them late`
        public String others(Watch watch) {
            var lateToo = late - (next.filter(one -> watch.isLate(one.due())).isPresent() ? 1 : 0);
            if (lateToo == 0) {
                return "and " + more + " more";
            }
            return more == 1 ? "and 1 more, late" : "and " + more + " more, " + lateToo + " of them late";
        }
    }

    /// The word that we gave for an incident.
    ///
    /// @param isReport whether it is the post-incident report that is owed; else the next update
    public record Promise(String incident, String title, Instant due, boolean isReport) {
        public String path() {
            return "/desk/incidents/" + incident + (isReport ? "/report" : "#update");
        }
    }

    /// A notice above the screen.
    ///
    /// @param kind `good`, `bad`, `warn` or `plain`
    /// @param strong what happened, in a word or two
    public record Said(String kind, String strong, String words) {}

    public Frame saying(String kind, String strong, String words) {
        var next = Optional.of(new Said(kind, strong, words));
        return new Frame(
                head,
                place,
                root,
                page,
                publicPage,
                pages,
                account,
                formToken,
                watch,
                standing,
                authoring,
                keepsMails,
                next);
    }

    /// For a screen with a publish bar.
    public Frame forAuthoring() {
        return new Frame(
                head,
                place,
                root,
                page,
                publicPage,
                pages,
                account,
                formToken,
                watch,
                standing,
                true,
                keepsMails,
                said);
    }

    /// A path of ours as the browser must ask for it.
    public String link(String path) {
        return root + path;
    }

    public boolean may(Permission permission) {
        return account.may(page.id(), permission);
    }

    public boolean mayDraft() {
        return may(Permission.DRAFT);
    }

    public boolean mayPublish() {
        return may(Permission.PUBLISH);
    }

    /// The entries of the menu that this person can open.
    public List<Place> menu() {
        return Place.menu().stream().filter(one -> may(one.permission())).toList();
    }

    /// How many things wait at that entry; 0 for nothing worth a number.
    public int count(Place entry) {
        return switch (entry) {
            case HOME -> standing.open();
            case DRAFTS -> standing.drafts();
            default -> 0;
        };
    }

    /// `Publisher`
    public String role() {
        var role = account.roles().get(page.id());
        return role == null ? "" : Words.capital(role.key());
    }

    /// The public page without its scheme: `status.example.com`.
    public String publicHost() {
        return publicPage.replaceFirst("^https?://", "");
    }
}
