package dev.allclear.desk.subscriptions;

import dev.allclear.desk.web.Ask;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.page.Page;
import dev.allclear.wording.PageNames;
import dev.allclear.wording.Times;
import java.util.List;

/// What every page for subscribers shows around its own: words in the reader's language, the company's name, links.
///
/// @param root `/p/<slug>` or nothing
/// @param place the path below the language, for the switch of languages; the start where this very page can't be
/// repeated
public record View(Page page, Phrases phrases, String root, String place, PublicLook look) {

    static View of(Ask ask, Language language, String place, PublicLook look) {
        return new View(ask.page(), Languages.phrases(language), ask.link(""), place, look);
    }

    public String tag() {
        return phrases.language().tag();
    }

    public String say(String key) {
        return phrases.get(key);
    }

    public String say(String key, Object... namesAndValues) {
        return phrases.get(key, namesAndValues);
    }

    /// `Fernhill status`
    public String title() {
        return saysStatus() ? page.name() : phrases.get("page.title", "company", page.name());
    }

    /// Whether the page's name says "status" itself.
    public boolean saysStatus() {
        return PageNames.saysStatus(page.name());
    }

    /// A phrase around something that is more than text.
    public record Around(String before, String after) {}

    /// The phrase, parted where the slot stands.
    public Around around(String key, String slot, Object... namesAndValues) {
        var all = new Object[namesAndValues.length + 2];
        System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
        all[namesAndValues.length] = slot;
        all[namesAndValues.length + 1] = "\u0000";
        var parts = phrases.get(key, all).split("\u0000", 2);
        return new Around(parts[0], parts.length == 2 ? parts[1] : "");
    }

    public String zone() {
        return new Times(phrases.language(), page.zone()).longZoneName();
    }

    /// A path of the page in its language.
    public String at(String path) {
        return root + "/" + tag() + path;
    }

    /// A file that is the same in all languages.
    public String file(String path) {
        return root + path;
    }

    public String in(Language other) {
        return root + "/" + other.tag() + place;
    }

    public String nameOf(Language language) {
        return Languages.phrases(language).get("language.name");
    }

    public List<Language> languages() {
        return Languages.ALL;
    }
}
