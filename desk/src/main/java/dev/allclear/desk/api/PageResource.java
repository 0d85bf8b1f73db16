package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Zones;
import dev.allclear.language.Language;
import dev.allclear.operation.PageDesk;
import dev.allclear.page.Page;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// `/page`: the page that this key belongs to.
final class PageResource {

    private final Store store;
    private final PageDesk desk;
    private final Permalinks permalinks;
    private final Json json;
    private final Replies replies;

    PageResource(Store store, PageDesk desk, Permalinks permalinks, Json json) {
        this.store = store;
        this.desk = desk;
        this.permalinks = permalinks;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/page", Permission.VIEW_DESK, this::show);
        mount.patch("/page", Permission.MANAGE_PAGE, this::change);
    }

    private record View(
            String id,
            String slug,
            String name,
            Optional<String> host,
            String timeZone,
            String language,
            String accent,
            Optional<String> support,
            String url,
            Instant createdAt) {}

    private Answer show(Ask ask) {
        return shown(ask, store.reading(tx -> tx.pages().find(ask.page().id())).orElseThrow(PageResource::noPage));
    }

    private Answer change(Ask ask) {
        var fields = Fields.of(ask, json);
        var slug = fields.maybe("slug", name -> fields.line(name, 40));
        var name = fields.maybe("name", field -> fields.line(field, 80));
        var changesHost = fields.has("host");
        var host = fields.maybe("host", field -> fields.line(field, 253));
        var zone = fields.maybe("time_zone", field -> fields.parsed(field, 80, Zones::named));
        var language = fields.maybe("language", field -> fields.parsed(field, 20, Language::new));
        var accent = fields.maybe("accent", field -> fields.line(field, 7));
        var changesSupport = fields.has("support");
        var support = fields.maybe("support", field -> fields.parsed(field, 500, PageResource::link));
        fields.refuseIfWrong();
        return shown(ask, store.inTransaction(tx -> {
            var before = tx.pages().find(ask.page().id()).orElseThrow(PageResource::noPage);
            var page = before.value();
            var next = new Page(
                    page.id(),
                    slug.orElse(page.slug()),
                    name.orElse(page.name()),
                    changesHost ? host : page.host(),
                    zone.orElse(page.zone()),
                    language.orElse(page.language()),
                    accent.orElse(page.accent()),
                    changesSupport ? support : page.support(),
                    page.createdAt());
            desk.save(next, Tags.seen(ask, "page").orElse(before.version()), ask.actor());
            return tx.pages().find(page.id()).orElseThrow(PageResource::noPage);
        }));
    }

    private static URI link(String typed) {
        try {
            return URI.create(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new Refused.Invalid("support", "This should be an https or mailto link.");
        }
    }

    private static Refused noPage() {
        return new Refused.NotFound("page");
    }

    private Answer shown(Ask ask, Stored<Page> stored) {
        var page = stored.value();
        return replies.ok(
                new View(
                        page.id().value(),
                        page.slug(),
                        page.name(),
                        page.host(),
                        page.zone().getId(),
                        page.language().tag(),
                        page.accent(),
                        page.support().map(URI::toString),
                        permalinks.base(page, ask.isDefaultPage()).toString(),
                        page.createdAt()),
                stored.version());
    }
}
