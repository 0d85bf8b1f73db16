package dev.allclear.desk.console.deliveries;

import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.people.Permission;
import java.util.List;
import java.util.stream.Stream;

/// The two halves of what goes out: announcements as a whole, and single mails.
final class Tabs {

    private Tabs() {}

    static List<Filter> of(Frame frame, String here) {
        var announcements = Stream.of(tab(frame, "/desk/announcements", "Announcements", here));
        var mails = frame.may(Permission.MANAGE_SUBSCRIBERS)
                ? Stream.of(tab(frame, "/desk/mails", "Mails", here))
                : Stream.<Filter>empty();
        return Stream.concat(announcements, mails).toList();
    }

    private static Filter tab(Frame frame, String path, String name, String here) {
        return new Filter(frame.link(path), name, "", path.equals(here));
    }
}
