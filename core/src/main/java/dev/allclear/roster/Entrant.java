package dev.allclear.roster;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Tag;
import dev.allclear.language.Language;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// A line that could be read. What is empty was not said, and stays as it is.
///
/// @param proof that they agreed, as the line itself has it
/// @param hasLeft whether the file says that they unsubscribed elsewhere
public record Entrant(
        long line,
        EmailAddress address,
        boolean hasLeft,
        Optional<Set<ComponentId>> components,
        Optional<Set<GroupId>> groups,
        Optional<Set<RegionId>> regions,
        Optional<Set<Choice.Kind>> kinds,
        Optional<Language> language,
        Optional<ZoneId> zone,
        Set<Tag> tags,
        Optional<Terms.Consent> proof,
        Optional<Pause> pause,
        Optional<Instant> createdAt) {

    public Choice choice(Choice before) {
        var namesParts = components.isPresent() || groups.isPresent();
        return new Choice(
                namesParts ? components.orElse(Set.of()) : before.components(),
                namesParts ? groups.orElse(Set.of()) : before.groups(),
                regions.orElse(before.regions()),
                kinds.orElse(before.kinds()));
    }
}
