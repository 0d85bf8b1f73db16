package dev.allclear.app.holding;

import dev.allclear.Stored;
import dev.allclear.app.Offline;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.edge.holding.House;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks for what is known of a page: in the database; when that is down, in the site that was published last; when
/// there is none, in the settings.
public final class HouseSearch {

    /// Of a page that nobody has coloured.
    private static final String STANDARD_ACCENT = "#43379c";

    private final Settings settings;
    private final Optional<String> slug;
    private final PublishedSites published;
    private final List<String> remarks = new ArrayList<>();

    /// @param slug of the page; empty for the first one
    public HouseSearch(Settings settings, Optional<String> slug) {
        this.settings = settings;
        this.slug = slug;
        this.published = new PublishedSites(settings.data().resolve("site"));
    }

    /// @param name given by hand; needed where nothing else says what the product is called
    /// @throws WrongSetting when there is nothing to make a page from
    public House find(Optional<String> name) {
        return stored().or(this::fromSite)
                .map(house -> name.map(house::named).orElse(house))
                .orElseGet(() -> fromSettings(name));
    }

    /// What whoever asked should know of how it was found.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Optional<House> stored() {
        // Looking must not make a new database.
        if (settings.databaseUrl().isEmpty() && !Files.exists(settings.data().resolve("allclear.db"))) {
            remarks.add("There is no database in " + settings.data() + ".");
            return Optional.empty();
        }
        List<Page> pages;
        try (var offline = Offline.open(settings)) {
            pages = offline.doors().pages().all().stream().map(Stored::value).toList();
        } catch (RuntimeException unreachable) {
            remarks.add(
                    unreachable instanceof WrongSetting
                            ? unreachable.getMessage()
                            : "The database can't be read: " + unreachable.getMessage() + ".");
            return Optional.empty();
        }
        if (pages.isEmpty()) {
            throw new WrongSetting("There is no page yet. Set one up first: ./allclear serve prints the link.");
        }
        var page = pages.stream()
                .filter(one -> slug.map(one.slug()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> unknown(pages.stream().map(Page::slug).toList()));
        return Optional.of(House.of(
                        page, base(page, page.id().equals(pages.getFirst().id()))))
                .map(house -> reached(house, page));
    }

    private URI base(Page page, boolean isDefault) {
        // No link is signed here, so any key will do.
        return new Permalinks(settings.base(), new Signature(new byte[32])).base(page, isDefault);
    }

    /// The server may have been told its address in a way that we were not.
    private House reached(House house, Page page) {
        if (settings.strictHosts() || page.host().isPresent()) {
            return house;
        }
        var shown = published.read(page.slug()).map(House::status);
        if (shown.isEmpty()) {
            remarks.add("Readers are sent to " + house.status() + "; with " + Setting.BASE_URL.flag()
                    + " to another address.");
        }
        return shown.map(house::at).orElse(house);
    }

    private Optional<House> fromSite() {
        var known = published.slugs();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (slug.isEmpty() && known.size() > 1) {
            throw new WrongSetting("The database can't tell which page is the first. Name one with --page: "
                    + String.join(", ", known) + ".");
        }
        var wanted = slug.orElseGet(known::getFirst);
        var house = published.read(wanted).orElseThrow(() -> unknown(known));
        remarks.add("Made from the site that was published last, in "
                + settings.data().resolve("site") + ".");
        return Optional.of(settings.strictHosts() && known.size() == 1 ? house.at(settings.base()) : house);
    }

    private static WrongSetting unknown(List<String> known) {
        return new WrongSetting(
                "There is no such page; known are " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    private House fromSettings(Optional<String> name) {
        if (!settings.strictHosts() || name.isEmpty()) {
            throw new WrongSetting(String.join(" ", remarks)
                    + " No site was published in " + settings.data() + " either. Say where your data is with "
                    + Setting.DATA.flag() + ", or make a plain page with --name and " + Setting.BASE_URL.flag() + ".");
        }
        remarks.add("Nothing else is known of the page, so it has the standard colour and its times are in UTC.");
        return new House(
                name.get(), settings.base(), ZoneOffset.UTC, Language.ENGLISH, STANDARD_ACCENT, Optional.empty());
    }
}
