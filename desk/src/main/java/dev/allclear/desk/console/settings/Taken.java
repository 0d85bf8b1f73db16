package dev.allclear.desk.console.settings;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Parameters;

/// Says at which field another page was first.
final class Taken {

    private Taken() {}

    static Refused.Invalid of(Parameters typed, Refused.Conflict taken, Room room, PageId own) {
        var slugIsTaken = room.doors().pages().all().stream()
                .map(stored -> stored.value())
                .filter(page -> !page.id().equals(own))
                .anyMatch(page -> page.slug().equals(typed.get("slug").strip()));
        return new Refused.Invalid(slugIsTaken ? "slug" : "host", String.valueOf(taken.getMessage()));
    }
}
