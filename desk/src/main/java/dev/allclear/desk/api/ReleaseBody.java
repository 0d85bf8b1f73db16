package dev.allclear.desk.api;

import dev.allclear.operation.Consent;
import dev.allclear.operation.Expected;
import dev.allclear.operation.Release;
import dev.allclear.people.Actor;

/// Reads what a program answers for when it publishes: `despite` is why it goes out with an error that the coach found,
/// `emergency` why it can't wait for a second person, `expected_audience` how many people it counts on, and `shapes`
/// what was written for single shapes.
final class ReleaseBody {

    private static final int REASON = 300;

    private ReleaseBody() {}

    static Release read(Fields fields, Actor actor) {
        var despite = fields.maybe("despite", name -> fields.line(name, REASON));
        var emergency = fields.maybe("emergency", name -> fields.line(name, REASON));
        var expected = fields.maybe("expected_audience", name -> fields.number(name, 0, Integer.MAX_VALUE));
        return Release.by(actor)
                .despite(despite)
                .with(emergency.<Consent>map(Consent.Emergency::new).orElseGet(Consent.Own::new))
                .expecting(expected.map(Expected::known))
                .shaped(ShapesBody.read(fields));
    }
}
