package dev.allclear.desk.web;

/// One thing that can be asked for, who may, and what answers.
///
/// @param path as written when it was registered, with its `{variables}`
public record Route(Verb verb, String path, Access access, Endpoint endpoint) {

    public static Route get(String path, Access access, Endpoint endpoint) {
        return new Route(Verb.GET, path, access, endpoint);
    }

    public static Route post(String path, Access access, Endpoint endpoint) {
        return new Route(Verb.POST, path, access, endpoint);
    }

    public static Route put(String path, Access access, Endpoint endpoint) {
        return new Route(Verb.PUT, path, access, endpoint);
    }

    public static Route patch(String path, Access access, Endpoint endpoint) {
        return new Route(Verb.PATCH, path, access, endpoint);
    }

    public static Route delete(String path, Access access, Endpoint endpoint) {
        return new Route(Verb.DELETE, path, access, endpoint);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
