package dev.allclear.rehearsal;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.language.Language;
import dev.allclear.playbook.Slug;
import dev.allclear.policy.SeverityPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The front door for rehearsals. It is handed walls instead of the store, so it can tell nobody anything.
public final class RehearsalDesk {

    private static final int RECENT = 20;

    private final Walls walls;
    private final InstantSource clock;
    private final Entropy entropy;

    public RehearsalDesk(Walls walls, InstantSource clock, Entropy entropy) {
        this.walls = walls;
        this.clock = clock;
        this.entropy = entropy;
    }

    /// Starts the clock.
    public Rehearsal begin(PageId page, Slug playbook, Language language, Pace pace, boolean scenario, String actor) {
        return walls.inTransaction(inside -> {
            var now = clock.instant();
            var rehearsal = new Rehearsal(
                    new RehearsalId(entropy.id()),
                    page,
                    playbook,
                    language,
                    pace,
                    scenario,
                    actor,
                    now,
                    Optional.empty(),
                    List.of());
            inside.rehearsals().add(rehearsal);
            inside.note(page, now, actor, "rehearsal.begun", rehearsal.id().value(), playbook.value());
            return rehearsal;
        });
    }

    public Rehearsal say(PageId page, RehearsalId id, Line line) {
        return change(page, id, rehearsal -> rehearsal.say(line, clock.instant()));
    }

    public Rehearsal end(PageId page, RehearsalId id, String actor) {
        return walls.inTransaction(inside -> {
            var now = clock.instant();
            var ended = change(page, id, rehearsal -> rehearsal.end(now));
            var points = Score.of(ended, inside.policy(page), now).points();
            inside.note(page, now, actor, "rehearsal.ended", id.value(), points + " points");
            return ended;
        });
    }

    private Rehearsal change(PageId page, RehearsalId id, UnaryOperator<Rehearsal> step) {
        return walls.inTransaction(inside -> {
            var stored = inside.rehearsals().find(page, id).orElseThrow(() -> new Refused.NotFound("rehearsal"));
            var next = step.apply(stored.value());
            inside.rehearsals().save(next, stored.version());
            return next;
        });
    }

    public Rehearsal find(PageId page, RehearsalId id) {
        return walls.reading(inside -> inside.rehearsals().find(page, id))
                .map(Stored::value)
                .orElseThrow(() -> new Refused.NotFound("rehearsal"));
    }

    public Score score(Rehearsal rehearsal) {
        return Score.of(rehearsal, policy(rehearsal.page()), clock.instant());
    }

    public SeverityPolicy policy(PageId page) {
        return walls.reading(inside -> inside.policy(page));
    }

    /// Newest first.
    public List<Rehearsal> recent(PageId page) {
        return walls.reading(inside -> inside.rehearsals().recent(page, RECENT)).stream()
                .map(Stored::value)
                .toList();
    }
}
