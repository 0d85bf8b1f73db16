package dev.allclear.engine;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Takes letters from the nodes that find out who must hear to the nodes that send them, and keeps what became of them
/// until the database knows it. A node without one sends what it found out itself, which is what most need: see
/// docs/adr/0010-kafka.md.
///
/// Whatever is kept here is kept when the call returns, and outlives this node.
public interface Relay {

    /// What the relay has to say about another portion.
    enum Room {
        /// Hand it over.
        FREE,
        /// What was handed over has to be sent first, so that something that weighs more finds a short way.
        FULL,
        /// It can't be reached: send it yourself.
        AWAY,
        /// There is no relay.
        NONE
    }

    Room room();

    /// Hands over those people of a portion who must hear. Handing over the same again tells nobody twice.
    void hand(Portion portion, Collection<SubscriberId> people);

    /// The next letters for this node to send.
    ///
    /// @return empty when there are none for so long
    List<Bag> take(int people, Duration atMost) throws InterruptedException;

    /// Letters of one announcement that came to this node together.
    interface Bag {

        PageId page();

        AnnouncementId announcement();

        List<SubscriberId> people();

        /// Whether it came so often without any outcome that something in it may end whoever touches it.
        boolean isBegunAgain();

        /// So long, by the steady clock, nobody else can have them. Grows while the relay is in reach.
        long heldUntil();

        /// Whether they shall be somebody else's: nothing more of it is to be begun.
        boolean isRecalled();

        /// What became of some of them.
        void ended(Collection<Delivery> outcomes);

        /// Those of them for whom there is nothing to do: they have an outcome already.
        void pass(Collection<SubscriberId> people);

        /// Nothing of it is under way here any more; what has no outcome may be taken by anybody, here or elsewhere.
        void released();
    }

    /// What was given to any bag is kept when this returns.
    void flush();

    /// Where there is none.
    Relay NONE = new Relay() {
        @Override
        public Room room() {
            return Room.NONE;
        }

        @Override
        public void hand(Portion portion, Collection<SubscriberId> people) {
            throw new IllegalStateException("there is no relay");
        }

        @Override
        public List<Bag> take(int people, Duration atMost) {
            return List.of();
        }

        @Override
        public void flush() {}
    };
}
