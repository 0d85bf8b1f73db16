package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.operation.PlaybookDesk;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/playbooks`: what ships and what the company has written, as the text in which it is kept.
final class PlaybookResource {

    private static final int TEXT = 100_000;

    private final PlaybookDesk desk;
    private final Json json;
    private final Replies replies;

    PlaybookResource(PlaybookDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/playbooks", Permission.VIEW_DESK, this::list);
        mount.get("/playbooks/{language}/{slug}", Permission.VIEW_DESK, this::show);
        mount.put("/playbooks/{language}/{slug}", Permission.MANAGE_PAGE, this::save);
        mount.delete("/playbooks/{language}/{slug}", Permission.MANAGE_PAGE, this::remove);
        mount.get("/playbooks/{language}/{slug}/versions", Permission.VIEW_DESK, this::versions);
    }

    private record Row(
            String slug, String language, String name, String kind, String severity, String whenToUse, long version) {}

    private record Listed(List<Row> playbooks) {}

    /// @param version 0 for what only ships
    private record View(
            String slug,
            String language,
            String name,
            String kind,
            String severity,
            String state,
            String whenToUse,
            long version,
            String text) {}

    /// @param text absent where it was taken away
    private record VersionView(long version, String author, Instant at, Optional<String> text) {}

    private record Versions(List<VersionView> versions) {}

    private Answer list(Ask ask) {
        return replies.ok(new Listed(desk.library(ask.page().id()).all().stream()
                .map(playbook -> new Row(
                        playbook.slug().value(),
                        playbook.language().tag(),
                        playbook.name(),
                        kind(playbook),
                        playbook.severity().key(),
                        playbook.whenToUse(),
                        version(ask, playbook.slug(), playbook.language())))
                .toList()));
    }

    private Answer show(Ask ask) {
        return shown(ask, slug(ask), language(ask));
    }

    private Answer shown(Ask ask, Slug slug, Language language) {
        var playbook =
                desk.library(ask.page().id()).find(slug, language).orElseThrow(() -> new Refused.NotFound("playbook"));
        var own = newest(ask, slug, language);
        var version = own.map(Edition::number).orElse(0L);
        return replies.ok(
                new View(
                        slug.value(),
                        language.tag(),
                        playbook.name(),
                        kind(playbook),
                        playbook.severity().key(),
                        playbook.state().key(),
                        playbook.whenToUse(),
                        version,
                        own.flatMap(Edition::text).orElseGet(() -> PlaybookWriter.write(playbook))),
                version);
    }

    private Answer save(Ask ask) {
        var slug = slug(ask);
        var language = language(ask);
        var fields = Fields.of(ask, json);
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        var seen = Tags.seen(ask, "playbook").orElseGet(() -> version(ask, slug, language));
        var _ = desk.save(ask.page().id(), slug, language, text.orElseThrow(), seen, ask.actor());
        return shown(ask, slug, language);
    }

    private Answer remove(Ask ask) {
        var slug = slug(ask);
        var language = language(ask);
        var seen = Tags.seen(ask, "playbook").orElseGet(() -> version(ask, slug, language));
        var _ = desk.remove(ask.page().id(), slug, language, seen, ask.actor());
        return Answer.empty(204);
    }

    private Answer versions(Ask ask) {
        return replies.ok(new Versions(desk.editions(ask.page().id(), slug(ask), language(ask)).stream()
                .map(edition -> new VersionView(edition.number(), edition.author(), edition.at(), edition.text()))
                .toList()));
    }

    private Optional<Edition> newest(Ask ask, Slug slug, Language language) {
        return desk.editions(ask.page().id(), slug, language).stream().findFirst();
    }

    private long version(Ask ask, Slug slug, Language language) {
        return newest(ask, slug, language).map(Edition::number).orElse(0L);
    }

    private static String kind(Playbook playbook) {
        return playbook.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Slug slug(Ask ask) {
        try {
            return new Slug(ask.variable("slug"));
        } catch (Refused.Invalid noName) {
            throw new Refused.NotFound("playbook");
        }
    }

    private static Language language(Ask ask) {
        return Languages.ALL.stream()
                .filter(language -> language.tag().equals(ask.variable("language")))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("playbook"));
    }
}
