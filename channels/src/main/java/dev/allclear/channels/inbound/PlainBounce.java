package dev.allclear.channels.inbound;

import dev.allclear.returns.Cause;
import dev.allclear.returns.Returned;
import dev.allclear.returns.ServerWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what mail servers write that know no reports, such as qmail: words for people, with a code somewhere.
final class PlainBounce {

    private static final int READ = 16_000;
    private static final Pattern DAEMON = Pattern.compile(
            "mailer-daemon|postmaster|mail delivery (sub)?system|mail delivery software|microsoft ?exchange");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?m)^-{2,}.{0,20}(below this line|this is a copy|original message|returned message|forwarded message).*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELAY = Pattern.compile(
            "(?i)not yet been delivered|still (being )?(queued|trying)|will be retried|will (keep|continue) trying"
                    + "|delivery (temporarily )?delayed|delivery is delayed|this is a warning message");

    private PlainBounce() {}

    static boolean isFromDaemon(HeaderFields header) {
        return header.first("x-failed-recipients").isPresent()
                || DAEMON.matcher(header.get("from").toLowerCase(Locale.ROOT)).find();
    }

    /// @return empty where it says nothing that we could rely on
    static Optional<Returned> read(MimePart mail) {
        return mail.first("text/plain").map(MimePart::decoded).flatMap(PlainBounce::read);
    }

    private static Optional<Returned> read(String text) {
        var start = text.substring(0, Math.min(text.length(), READ));
        var own = ORIGINAL.split(start, 2)[0];
        if (DELAY.matcher(own).find()) {
            return Optional.of(new Returned.Ignored("a delay"));
        }
        return own.lines()
                .map(String::strip)
                .flatMap(
                        line -> StatusCodes.inReply(line)
                                .filter(status -> !status.startsWith("2"))
                                .map(status -> failure(status, line))
                                .stream())
                .findFirst();
    }

    private static Returned failure(String status, String line) {
        var failure = new Returned.Failure(List.of(), Cause.of(status, line), status, ServerWords.cleaned(line));
        return new Returned.Bounced(List.of(failure));
    }
}
