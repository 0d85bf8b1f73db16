package dev.allclear.operation;

import dev.allclear.Text;
import dev.allclear.people.Actor;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import java.util.Map;
import java.util.Optional;

/// How a message is let out: who sends it, and all that they answer for with it.
///
/// @param seen the version of the incident that they looked at; empty for whatever is there now
/// @param consent who stands behind it beside them
/// @param despite why it goes out although the coach found an error in it; empty if nobody overrules the coach
/// @param expected how many people it is meant to reach; empty where nobody counted
/// @param own what they wrote themselves for single shapes; for the others ours is sent
public record Release(
        Actor actor,
        Optional<Long> seen,
        Consent consent,
        Optional<String> despite,
        Optional<Expected> expected,
        Map<Shape, Copy> own) {

    public Release {
        own = Map.copyOf(own);
        despite = despite.map(reason -> Text.line("despite", reason, 300));
    }

    /// Nobody else is asked, and the coach is not overruled.
    public static Release by(Actor actor) {
        return new Release(actor, Optional.empty(), new Consent.Own(), Optional.empty(), Optional.empty(), Map.of());
    }

    public Release having(Optional<Long> seen) {
        return new Release(actor, seen, consent, despite, expected, own);
    }

    public Release with(Consent consent) {
        return new Release(actor, seen, consent, despite, expected, own);
    }

    public Release despite(Optional<String> reason) {
        return new Release(actor, seen, consent, reason, expected, own);
    }

    public Release expecting(Optional<Expected> audience) {
        return new Release(actor, seen, consent, despite, audience, own);
    }

    public Release shaped(Map<Shape, Copy> own) {
        return new Release(actor, seen, consent, despite, expected, own);
    }
}
