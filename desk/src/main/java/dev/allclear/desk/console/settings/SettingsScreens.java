package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Route;
import java.util.List;
import java.util.stream.Stream;

/// `/desk/settings`, `/desk/policy` and `/desk/policy/work`, `/desk/words`, `/desk/pages` and `/desk/keys`.
public final class SettingsScreens implements Screens {

    private final PageSettings page;
    private final PolicySettings policy;
    private final WorkPolicySettings work;
    private final WordSettings words;
    private final PageList pages;
    private final Keys keys;

    public SettingsScreens(Room room) {
        this.page = new PageSettings(room);
        this.policy = new PolicySettings(room);
        this.work = new WorkPolicySettings(room);
        this.words = new WordSettings(room);
        this.pages = new PageList(room);
        this.keys = new Keys(room);
    }

    @Override
    public List<Route> routes() {
        return Stream.of(page.routes(), policy.routes(), work.routes(), words.routes(), pages.routes(), keys.routes())
                .flatMap(routes -> routes)
                .toList();
    }
}
