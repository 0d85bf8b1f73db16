package dev.allclear.desk.web;

import dev.allclear.people.Permission;

/// Who may use a route. A route can't be made without one, so none can be left open by forgetting.
public sealed interface Access {

    /// Everybody, by a form of our own pages.
    Access PUBLIC = new Anybody(false);
    /// Everybody, from anywhere: what it does needs a token in the path, or is meant for other sites' pages and for
    /// mail programs. No cookie counts here.
    Access PUBLIC_FROM_ANYWHERE = new Anybody(true);
    /// Whoever holds the link, which is in the path and is redeemed by what it opens.
    Access ONE_TIME_LINK = new OneTimeLink();

    /// @param fromAnywhere whether a form on another site may lead here
    record Anybody(boolean fromAnywhere) implements Access {}

    /// Somebody with a session and that right on the page that is asked for.
    record SignedIn(Permission permission) implements Access {}

    /// A program that shows a key with that right on the page that is asked for.
    record WithKey(Permission permission) implements Access {}

    record OneTimeLink() implements Access {}

    static Access signedIn(Permission permission) {
        return new SignedIn(permission);
    }

    static Access withKey(Permission permission) {
        return new WithKey(permission);
    }
}
