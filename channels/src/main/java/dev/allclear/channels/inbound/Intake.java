package dev.allclear.channels.inbound;

import dev.allclear.operation.ReturnDesk.Consequence;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Ticket;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Where all mail that comes back is read, whichever way it came, and its consequence drawn.
public final class Intake {

    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    /// What a mail turned out to be.
    public enum Kind {
        BOUNCED,
        COMPLAINED,
        LEFT,
        IGNORED,
        UNREADABLE,
        /// It was brought before the mail that it is about was written down: it has to come again.
        NOT_YET,
        /// It carried no address that we signed, so it changed nothing.
        UNSIGNED
    }

    /// Reading takes several times the memory of the mail.
    private final Semaphore few = new Semaphore(4);

    private final ReturnAddresses addresses;
    private final Function<String, Optional<Ticket>> tickets;
    private final BiFunction<Ticket, Returned, Consequence> desk;
    private final ReturnReader reader;
    private final Map<Kind, Long> counts = new ConcurrentHashMap<>();

    /// @param tickets what an address stands for; empty for every one that we did not sign
    /// @param desk draws the consequence, and comes back once it is committed
    public Intake(
            ReturnAddresses addresses,
            Function<String, Optional<Ticket>> tickets,
            BiFunction<Ticket, Returned, Consequence> desk) {
        this.addresses = addresses;
        this.tickets = tickets;
        this.desk = desk;
        this.reader = new ReturnReader(tickets);
    }

    /// How many mails of each kind came since the start.
    public Map<Kind, Long> counts() {
        var sums = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            sums.put(kind, counts.getOrDefault(kind, 0L));
        }
        return sums;
    }

    String domain() {
        return addresses.domain();
    }

    /// Whether mail to this address is for us: a signed one, or the one for complaints.
    boolean takes(String recipient) {
        return isForComplaints(recipient) || tickets.apply(recipient).isPresent();
    }

    private boolean isForComplaints(String recipient) {
        return recipient.equalsIgnoreCase(addresses.complaints());
    }

    /// @param recipient what the envelope says; empty where only the mail itself can say it
    /// @return once the consequence is committed; what could not be committed flies
    Kind take(byte[] mail, Optional<String> recipient) {
        few.acquireUninterruptibly();
        try {
            return taken(mail, recipient);
        } finally {
            few.release();
        }
    }

    private Kind taken(byte[] mail, Optional<String> recipient) {
        var reading = reader.read(mail, recipient.filter(one -> !isForComplaints(one)));
        var consequence = reading.ticket()
                .map(ticket -> desk.apply(ticket, reading.returned()))
                .orElse(Consequence.NOTHING);
        var kind = kind(reading, consequence);
        counts.merge(kind, 1L, Long::sum);
        LOG.log(
                System.Logger.Level.DEBUG,
                () -> "returned mail: " + kind.name().toLowerCase(Locale.ROOT) + ", "
                        + consequence.name().toLowerCase(Locale.ROOT));
        return kind;
    }

    private static Kind kind(ReturnReader.Reading reading, Consequence consequence) {
        if (reading.ticket().isEmpty()) {
            return Kind.UNSIGNED;
        }
        if (consequence == Consequence.NOT_YET) {
            return Kind.NOT_YET;
        }
        return switch (reading.returned()) {
            case Returned.Bounced _ -> Kind.BOUNCED;
            case Returned.Complained _ -> Kind.COMPLAINED;
            case Returned.Leave _ -> Kind.LEFT;
            case Returned.Ignored _ -> Kind.IGNORED;
            case Returned.Unreadable _ -> Kind.UNREADABLE;
        };
    }
}
