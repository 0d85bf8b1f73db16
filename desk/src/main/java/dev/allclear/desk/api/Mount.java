package dev.allclear.desk.api;

import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Endpoint;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import java.util.ArrayList;
import java.util.List;

/// Collects the API's routes: each names the right it needs, and each POST can be repeated by its `Idempotency-Key`.
final class Mount {

    static final String ROOT = "/api/v1";

    private final List<Route> routes = new ArrayList<>();
    private final Repeats repeats;

    Mount(Repeats repeats) {
        this.repeats = repeats;
    }

    void get(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.get(ROOT + path, Access.withKey(permission), endpoint));
    }

    void post(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.post(ROOT + path, Access.withKey(permission), repeats.once(endpoint)));
    }

    /// One whose answer holds a secret, which is kept nowhere: so it can't be repeated.
    void postOnce(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.post(ROOT + path, Access.withKey(permission), repeats.never(endpoint)));
    }

    /// A question that needs a body: it changes nothing, so it may be asked again without further ado.
    void ask(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.post(ROOT + path, Access.withKey(permission), endpoint));
    }

    void put(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.put(ROOT + path, Access.withKey(permission), endpoint));
    }

    void patch(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.patch(ROOT + path, Access.withKey(permission), endpoint));
    }

    void delete(String path, Permission permission, Endpoint endpoint) {
        routes.add(Route.delete(ROOT + path, Access.withKey(permission), endpoint));
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }
}
