package dev.allclear.operation;

import dev.allclear.Objection;
import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.page.Page;
import dev.allclear.proof.Copy;
import dev.allclear.proof.Proof;
import dev.allclear.proof.ShapeProof;
import dev.allclear.transaction.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds up a message in which the writing coach finds an error, unless somebody answers for it. Style holds up
/// nothing.
final class Coached {

    private final InstantSource clock;
    private final Telling telling;

    Coached(InstantSource clock, Telling telling) {
        this.clock = clock;
        this.telling = telling;
    }

    /// @param incident as it will be, with its latest word
    void mustLetPass(Tx tx, Incident incident, Release release) {
        var page = tx.pages().find(incident.page()).orElseThrow(() -> new Refused.NotFound("page"));
        var objections = objections(tx, page.value(), Copy.ofLatest(incident), release);
        if (objections.isEmpty()) {
            return;
        }
        var despite = release.despite().orElseThrow(() -> new Refused.Objected(objections));
        var rules = objections.stream().map(Objection::rule).distinct().collect(Collectors.joining(", "));
        telling.journal(tx, incident, "coach.overridden", rules + ": " + despite, release.actor());
    }

    private List<Objection> objections(Tx tx, Page page, Copy copy, Release release) {
        var now = clock.instant();
        var shapes = ShapeProof.read(tx, page, copy, release.own(), now).stream()
                .flatMap(proof -> proof.objections().stream());
        return Stream.concat(Proof.read(tx, page, copy, now).objections().stream(), shapes)
                .toList();
    }
}
