package dev.allclear.desk.web;

/// What stands behind a route: decode, one call, encode. It may block; it runs on a virtual thread of its own.
@FunctionalInterface
public interface Endpoint {

    /// @throws dev.allclear.Refused for what it won't do; the surface says so in its own way
    Answer handle(Ask ask);
}
