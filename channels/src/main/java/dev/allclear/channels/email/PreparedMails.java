package dev.allclear.channels.email;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// The mails of the last announcements, one for each group of readers who get the same: each is prepared once, however
/// many threads ask for it at the same time.
final class PreparedMails {

    /// A dozen languages in some forty time zones; about ten kilobytes each.
    private static final int KEPT = 512;

    private final Map<Group, CompletableFuture<PreparedMail>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Group, CompletableFuture<PreparedMail>> eldest) {
            return size() > KEPT;
        }
    };

    /// Whoever reads the same mail.
    private record Group(
            String thread,
            Instant at,
            Language language,
            ZoneId zone,
            URI subject,
            URI address,
            Page page,
            Content content) {

        static Group of(Letter letter) {
            return new Group(
                    letter.thread(),
                    letter.at(),
                    letter.language(),
                    letter.zone(),
                    letter.links().subject(),
                    letter.links().page(),
                    letter.page(),
                    letter.content());
        }

        /// Of what is short: letters of one announcement share the content itself, so that comparing it is quick, and
        /// hashing it is not.
        @Override
        public int hashCode() {
            return Objects.hash(thread, at, language, zone);
        }
    }

    PreparedMail of(Letter letter, Function<Letter, PreparedMail> prepare) {
        var group = Group.of(letter);
        var mine = new CompletableFuture<PreparedMail>();
        CompletableFuture<PreparedMail> earlier;
        synchronized (kept) {
            earlier = kept.putIfAbsent(group, mine);
        }
        if (earlier != null) {
            return prepared(earlier);
        }
        prepare(group, letter, prepare, mine);
        return prepared(mine);
    }

    private static PreparedMail prepared(CompletableFuture<PreparedMail> mail) {
        try {
            return mail.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnsafeHeader unsafe ? unsafe : failed;
        }
    }

    private void prepare(
            Group group, Letter letter, Function<Letter, PreparedMail> prepare, CompletableFuture<PreparedMail> mine) {
        try {
            mine.complete(prepare.apply(letter));
        } catch (Throwable failed) {
            // Whatever it is, nobody may wait for ever.
            synchronized (kept) {
                kept.remove(group, mine);
            }
            mine.completeExceptionally(failed);
        }
    }
}
