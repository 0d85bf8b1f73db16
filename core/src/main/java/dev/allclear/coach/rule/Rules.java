package dev.allclear.coach.rule;

import dev.allclear.coach.Rule;
import java.util.List;

/// All rules; where two findings weigh the same, the earlier rule is shown first.
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new LeaksInternals(),
            new NoImpact(),
            new NoNextUpdate(),
            new NoAllClear(),
            new OverPromise(),
            new Blame(),
            new WorkaroundMentioned(),
            new ClicheApology(),
            new InternalCauseTitle(),
            new TimeWithoutZone(),
            new NoScope(),
            new Jargon());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
