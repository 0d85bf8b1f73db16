package dev.allclear.coach.rule;

import dev.allclear.coach.Rule;
import java.util.List;

/// All rules; where two findings weigh the same, the earlier rule is shown first.
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new UnsafeMarkup(),
            new TemplateLeftover(),
            new LeaksSecrets(),
            new LeaksInternals(),
            new ContradictsState(),
            new PhaseMismatch(),
            new NoImpact(),
            new VariantDropsEssentials(),
            new NoNextUpdate(),
            new MaintenanceIncomplete(),
            new DelayNotice(),
            new NoAllClear(),
            new PromiseMissed(),
            new LateAcknowledgement(),
            new FactsMismatch(),
            new OverPromise(),
            new UnconfirmedCause(),
            new Blame(),
            new Downplay(),
            new WorkaroundMentioned(),
            new ClicheApology(),
            new TimeWithoutZone(),
            new InternalCauseTitle(),
            new LanguageMismatch(),
            new ChannelLength(),
            new NoStatusLink(),
            new MaintenanceShortNotice(),
            new PostmortemIncomplete(),
            new NoScope(),
            new Jargon(),
            new TermDrift(),
            new AmbiguousTime(),
            new VagueTitle(),
            new TitleLength(),
            new EmptyUpdate(),
            new NoEmpathy(),
            new ResidualEffects(),
            new CompensationMissing(),
            new PersonalityGuard(),
            new NoSince(),
            new NoOwnAction(),
            new ConsistentVoice(),
            new Readability(),
            new AccessibleText());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
