package dev.allclear.roster;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Tag;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.status.Catalogue;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Understands lines by what the page has.
public final class LineReader {

    private static final Set<String> SUBSCRIBED =
            Set.of("", "confirmed", "active", "subscribed", "verified", "enabled", "true", "yes", "1");
    private static final Set<String> PAUSED = Set.of("paused", "quarantined", "muted");
    private static final Set<String> GONE =
            Set.of("left", "unsubscribed", "removed", "opted_out", "opted out", "deleted", "cleaned", "bounced");
    private static final Set<String> WAITING =
            Set.of("pending", "unconfirmed", "unverified", "awaiting", "false", "no", "0");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Named<ComponentId> components;
    private final Named<GroupId> groups;
    private final Named<RegionId> regions;
    private final Instant now;

    /// @param now no consent was given after it
    public LineReader(Catalogue catalogue, Instant now) {
        this.components = Named.components(catalogue);
        this.groups = Named.groups(catalogue);
        this.regions = Named.regions(catalogue);
        this.now = now;
    }

    /// @throws Refused.Invalid naming the column, and saying what would be right
    public Entrant read(Line line) {
        var mode = line.get(Column.MODE).toLowerCase(Locale.ROOT);
        if (!mode.isEmpty() && !mode.equals("email") && !mode.equals("mail")) {
            throw new Refused.Invalid(Column.MODE.head(), "Only those who are reached by email can be taken in.");
        }
        if (!line.says(Column.EMAIL)) {
            throw new Refused.Invalid(Column.EMAIL.head(), "The address is missing.");
        }
        var address = EmailAddress.parse(line.get(Column.EMAIL));
        var state = line.get(Column.STATE).toLowerCase(Locale.ROOT);
        mustBeKnown(state);
        return new Entrant(
                line.number(),
                address,
                GONE.contains(state),
                components.read(line, Column.COMPONENTS, Column.COMPONENT_IDS),
                groups.read(line, Column.GROUPS, Column.GROUP_IDS),
                regions.read(line, Column.REGIONS, Column.REGION_IDS),
                said(line, Column.KINDS).map(LineReader::kinds),
                said(line, Column.LANGUAGE).map(LineReader::language),
                said(line, Column.TIME_ZONE).map(LineReader::zone),
                Named.values(line.get(Column.TAGS)).stream().map(Tag::parse).collect(Collectors.toSet()),
                proof(line),
                pause(line, state),
                said(line, Column.CREATED_AT).flatMap(Moments::read).filter(at -> at.isBefore(now)));
    }

    private static void mustBeKnown(String state) {
        if (WAITING.contains(state)) {
            throw new Refused.Invalid(
                    Column.STATE.head(), "They never confirmed, so they can't be taken in; they may subscribe here.");
        }
        if (!SUBSCRIBED.contains(state) && !PAUSED.contains(state) && !GONE.contains(state)) {
            throw new Refused.Invalid(Column.STATE.head(), "This must be one of: confirmed, paused, left; or blank.");
        }
    }

    private static Optional<String> said(Line line, Column column) {
        return line.says(column) ? Optional.of(line.get(column)) : Optional.empty();
    }

    private static Set<Choice.Kind> kinds(String cell) {
        return Named.values(cell).stream()
                .map(value -> Arrays.stream(Choice.Kind.values())
                        .filter(kind -> kind.key().equalsIgnoreCase(value))
                        .findFirst()
                        .orElseThrow(() -> new Refused.Invalid(
                                Column.KINDS.head(), "This must be incidents, maintenance, or both.")))
                .collect(Collectors.toSet());
    }

    /// `de-AT` is read as `de` where there is nothing nearer.
    private static Language language(String cell) {
        var tag = cell.replace('_', '-');
        return Languages.ALL.stream()
                .filter(one -> one.tag().equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> Languages.ALL.stream()
                        .filter(one -> one.tag().equalsIgnoreCase(tag.split("-", 2)[0]))
                        .findFirst())
                .orElseThrow(() -> new Refused.Invalid(
                        Column.LANGUAGE.head(),
                        "This must be one of: "
                                + Languages.ALL.stream().map(Language::tag).collect(Collectors.joining(", ")) + "."));
    }

    private static ZoneId zone(String cell) {
        if (!ZONES.contains(cell)) {
            throw new Refused.Invalid(Column.TIME_ZONE.head(), "This must be a time zone such as Europe/Berlin.");
        }
        return ZoneId.of(cell);
    }

    /// A date alone, or words alone, prove nothing.
    private Optional<Terms.Consent> proof(Line line) {
        var at = said(line, Column.CONSENT_AT).map(cell -> moment(Column.CONSENT_AT, cell));
        if (at.filter(now::isBefore).isPresent()) {
            throw new Refused.Invalid(Column.CONSENT_AT.head(), "This lies in the future.");
        }
        return at.flatMap(given -> said(line, Column.CONSENT_SOURCE).map(words -> consent(given, words)));
    }

    private static Terms.Consent consent(Instant at, String words) {
        if (words.length() > 300) {
            throw new Refused.Invalid(Column.CONSENT_SOURCE.head(), "This must have at most 300 characters.");
        }
        return new Terms.Consent(at, words);
    }

    private static Instant moment(Column column, String cell) {
        return Moments.read(cell)
                .orElseThrow(() -> new Refused.Invalid(
                        column.head(), "This must be a date or a time such as 2026-11-22 or 2026-11-22T14:30:00Z."));
    }

    /// Who is quarantined elsewhere pauses here until they say otherwise.
    private Optional<Pause> pause(Line line, String state) {
        var until = said(line, Column.PAUSED_UNTIL).map(cell -> moment(Column.PAUSED_UNTIL, cell));
        if (until.isPresent()) {
            return until.map(Pause::until).filter(pause -> pause.holds(now));
        }
        return PAUSED.contains(state) || line.says(Column.QUARANTINED_AT) ? Optional.of(Pause.OPEN) : Optional.empty();
    }
}
