package dev.allclear.desk.subscriptions;

import dev.allclear.desk.web.Form;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Region;
import java.util.List;

/// What each of the pages for subscribers is made from.
public final class Pages {

    private Pages() {}

    /// The form's choices, for subscribing and for changing.
    ///
    /// @param refusedAs the phrase that says that nothing has happened yet
    public record Choosing(View view, Form form, List<Parts> parts, List<Region> regions, String refusedAs) {

        static Choosing of(View view, Form form, Catalogue catalogue, String refusedAs) {
            return new Choosing(view, form, Parts.of(catalogue), catalogue.regions(), refusedAs);
        }

        /// What is wrong with the field, in the reader's language; empty when nothing is.
        public String fault(String field) {
            return form.fault(field).isEmpty() ? "" : view.say("subscribe.fault." + field);
        }

        /// The fields in the order in which they stand.
        public List<String> faulty() {
            return List.of("email", "part", "region", "kind", "language").stream()
                    .filter(field -> !form.fault(field).isEmpty())
                    .toList();
        }
    }

    public record Subscribe(View view, Choosing choosing) {}

    /// @param email whom the page speaks of
    public record Plain(View view, String email) {}

    /// @param link where it goes on
    public record Linked(View view, String email, String link) {}

    /// @param action where the form goes
    /// @param silent whether the person gets no mails at present
    /// @param leave where one unsubscribes
    /// @param pause in words, where they pause; empty where they don't
    /// @param pauseWrong whether the day until which they wanted to pause makes no sense
    public record Manage(
            View view,
            Choosing choosing,
            String email,
            String action,
            boolean saved,
            boolean silent,
            String leave,
            String pause,
            boolean pauseWrong) {}

    /// @param key of the phrases that say what went wrong
    public record Refused(View view, String key) {}
}
