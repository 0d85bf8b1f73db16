package dev.allclear.desk.console.playbooks;

import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.playbook.Known;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Slug;
import java.util.Optional;

/// Finds playbooks for forms, in the language of the page.
public record Libraries(Room room) {

    /// The hidden field that says which one a form follows.
    public static final String FIELD = "playbook";

    public Library of(Ask ask) {
        return room.doors().playbooks().library(ask.page().id());
    }

    /// In which language playbooks are offered: the page's, where we speak it.
    public static Language language(Ask ask) {
        var language = ask.page().language();
        return Languages.speaks(language) ? language : Language.ENGLISH;
    }

    public Optional<Playbook> find(Ask ask, Slug slug) {
        return of(ask).nearest(slug, language(ask));
    }

    /// The one that a form names; empty for a form that follows none, or one that is gone.
    public Optional<Prompter> named(Ask ask, Parameters typed) {
        return typed.filled(FIELD)
                .flatMap(slug -> slug(slug))
                .flatMap(slug -> find(ask, slug))
                .map(found -> at(ask, found));
    }

    public Prompter at(Ask ask, Playbook playbook) {
        var catalogue = room.doors().catalogue().look(ask.page().id()).value();
        var site = room.links().base(ask.page(), ask.isDefaultPage());
        return new Prompter(playbook, new Known(ask.page(), site, catalogue, ask.now()), false);
    }

    /// Empty for what can be no playbook's name.
    public static Optional<Slug> slug(String typed) {
        try {
            return Optional.of(new Slug(typed));
        } catch (Refused.Invalid noName) {
            return Optional.empty();
        }
    }
}
