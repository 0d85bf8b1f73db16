package dev.allclear.channels.inbound;

import dev.allclear.returns.Returned;
import dev.allclear.returns.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads mail that comes back. Whatever the bytes are, the answer is one of five, and it comes at once.
final class ReturnReader {

    /// In bytes. A report brings back our mail as well, and ours are small.
    static final int LONGEST = 1024 * 1024;

    private static final int LONGEST_SUBJECT = 300;
    private static final List<String> RECIPIENTS =
            List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc");
    private static final Pattern REPLY = Pattern.compile("^((re|aw|sv|antw) ?: *){1,5}", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ASKS = Set.of(
            "unsubscribe",
            "please unsubscribe",
            "unsubscribe me",
            "please unsubscribe me",
            "remove me",
            "abmelden",
            "bitte abmelden",
            "abbestellen",
            "désabonner",
            "désinscription",
            "cancelar suscripción",
            "darse de baja",
            "uitschrijven",
            "avregistrera");
    private static final Pattern AWAY = Pattern.compile(
            "^(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|autoreply|automatische antwort"
                    + "|abwesenheit\\S*|réponse automatique|respuesta automática)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Function<String, Optional<Ticket>> tickets;

    /// @param tickets what an address of ours stands for; empty for every other
    ReturnReader(Function<String, Optional<Ticket>> tickets) {
        this.tickets = tickets;
    }

    /// @param ticket empty where nothing signed by us was found: then nothing follows, whatever it says
    record Reading(Optional<Ticket> ticket, Returned returned) {}

    /// @param recipient what the envelope says; empty where only the mail itself can say it
    Reading read(byte[] mail, Optional<String> recipient) {
        if (mail.length > LONGEST) {
            return new Reading(Optional.empty(), new Returned.Unreadable("larger than " + LONGEST + " bytes"));
        }
        var whole = MimePart.read(mail);
        var to = recipient.isPresent() ? recipient.flatMap(tickets) : named(whole.header());
        var returned = returned(whole, to);
        return new Reading(returned.ticket().or(() -> to), returned);
    }

    private Optional<Ticket> named(HeaderFields header) {
        return RECIPIENTS.stream()
                .flatMap(name -> header.all(name).stream().limit(5))
                .flatMap(Addresses::in)
                .limit(20)
                .flatMap(address -> tickets.apply(address).stream())
                .findFirst();
    }

    private Returned returned(MimePart mail, Optional<Ticket> to) {
        var complaint = mail.first("message/feedback-report");
        if (complaint.isPresent()) {
            return FeedbackReport.read(mail, complaint.get(), to, tickets);
        }
        var report = mail.first("message/delivery-status", "message/global-delivery-status");
        if (report.isPresent()) {
            return DeliveryStatus.read(report.get().decoded());
        }
        if (mail.first("message/disposition-notification").isPresent()) {
            return new Returned.Ignored("a receipt");
        }
        var isFromDaemon = PlainBounce.isFromDaemon(mail.header());
        var bounce = isFromDaemon ? PlainBounce.read(mail) : Optional.<Returned>empty();
        if (bounce.isPresent()) {
            return bounce.get();
        }
        if (isAutomatic(mail.header())) {
            return new Returned.Ignored("an automatic answer");
        }
        if (isFromDaemon) {
            return new Returned.Unreadable("words of a mail server without a code");
        }
        return to.isPresent() && (to.get() instanceof Ticket.OfSubscriber || asks(mail))
                ? new Returned.Leave()
                : new Returned.Unreadable("neither a report nor a wish to unsubscribe");
    }

    /// RFC 3834, and what was used before it.
    private static boolean isAutomatic(HeaderFields header) {
        var submitted = header.get("auto-submitted").strip().toLowerCase(Locale.ROOT);
        return submitted.startsWith("auto-replied")
                || header.first("x-autoreply").isPresent()
                || header.first("x-autorespond").isPresent()
                || header.get("precedence").strip().equalsIgnoreCase("auto_reply")
                || header.get("x-auto-response-suppress").strip().equalsIgnoreCase("all")
                || AWAY.matcher(subject(header)).find();
    }

    /// The subject, or the first line, asks for it and for nothing else.
    private static boolean asks(MimePart mail) {
        var subject = REPLY.matcher(subject(mail.header())).replaceFirst("");
        var line = mail.first("text/plain").stream()
                .flatMap(part -> part.decoded().lines())
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
        return Stream.of(subject, brief(line))
                .map(one -> one.strip().replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT))
                .anyMatch(ASKS::contains);
    }

    private static String subject(HeaderFields header) {
        return brief(EncodedWords.read(brief(header.get("subject"))));
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SUBJECT));
    }
}
