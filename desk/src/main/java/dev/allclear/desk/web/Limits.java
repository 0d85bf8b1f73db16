package dev.allclear.desk.web;

import java.time.Duration;
import java.time.InstantSource;

/// How often who may ask for what, before we say that it is too often.
///
/// @param client all requests of one client address
/// @param wrongKeys guesses at an API key by one client
/// @param key requests with one API key
/// @param signInClient tries to sign in by one client
/// @param signInAccount tries to sign in to one account, from wherever
/// @param subscribeClient subscriptions asked for by one client
/// @param subscribeDomain subscriptions asked for at one mail domain of one page
/// @param subscribeAll subscriptions asked for at one page
public record Limits(
        Limit client,
        Limit wrongKeys,
        Limit key,
        Limit signInClient,
        Limit signInAccount,
        Limit subscribeClient,
        Limit subscribeDomain,
        Limit subscribeAll) {

    private static final int KEYS = 20_000;

    public static Limits usual(InstantSource clock) {
        var minute = Duration.ofMinutes(1);
        var hour = Duration.ofHours(1);
        return new Limits(
                new Limit(6_000, minute, KEYS, clock),
                new Limit(20, minute, KEYS, clock),
                new Limit(3_000, minute, KEYS, clock),
                new Limit(30, minute.multipliedBy(15), KEYS, clock),
                new Limit(60, hour, KEYS, clock),
                new Limit(10, minute.multipliedBy(10), KEYS, clock),
                new Limit(500, hour, KEYS, clock),
                new Limit(5_000, hour, KEYS, clock));
    }
}
