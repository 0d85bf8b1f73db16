package dev.allclear.desk.console.deliveries;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import java.util.List;

/// `/desk/announcements`: who got what was announced; `/desk/subscribers/{id}/sent`: what one person got;
/// `/desk/mails`: mails that were kept as files.
public final class DeliveryScreens implements Screens {

    private final Announcements announcements;
    private final OneAnnouncement one;
    private final Mails mails;
    private final Proof proof;

    public DeliveryScreens(Room room) {
        this.announcements = new Announcements(room);
        this.one = new OneAnnouncement(room, new Pictures(room));
        this.mails = new Mails(room);
        this.proof = new Proof(room);
    }

    @Override
    public List<Route> routes() {
        var mayView = Access.signedIn(Permission.VIEW_DESK);
        var mayPublish = Access.signedIn(Permission.PUBLISH);
        // A kept mail holds its reader's own links: whoever opens it could act as that reader.
        var mayRead = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        return List.of(
                Route.get("/desk/announcements", mayView, announcements::list),
                Route.get("/desk/announcements/{id}", mayView, one::show),
                Route.get("/desk/announcements/{id}/progress", mayView, one::progress),
                Route.get("/desk/announcements/{id}/picture", mayView, one::picture),
                Route.post("/desk/announcements/{id}/retry", mayPublish, one::retry),
                Route.post("/desk/announcements/{id}/stop", mayPublish, one::stop),
                Route.get("/desk/subscribers/{id}/sent", mayRead, proof::show),
                Route.get("/desk/mails", mayView, mails::list),
                Route.get("/desk/mails/{name}", mayRead, mails::show),
                Route.get("/desk/mails/{name}/html", mayRead, mails::html));
    }
}
