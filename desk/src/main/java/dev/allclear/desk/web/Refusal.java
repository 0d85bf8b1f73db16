package dev.allclear.desk.web;

import dev.allclear.Fault;
import dev.allclear.Objection;
import dev.allclear.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a request is turned down, in terms of HTTP: the one place where refusals become statuses.
///
/// @param kind names the reason for programs: `not-found`
/// @param detail one sentence for a person
/// @param faults of single fields; often empty
/// @param objections what the writing coach found, where that is why; empty elsewhere
/// @param retryAfter empty unless waiting helps
public record Refusal(
        int status,
        String kind,
        String title,
        String detail,
        List<Fault> faults,
        List<Objection> objections,
        Optional<Duration> retryAfter) {

    private Refusal(
            int status, String kind, String title, String detail, List<Fault> faults, Optional<Duration> retryAfter) {
        this(status, kind, title, detail, faults, List.of(), retryAfter);
    }

    public static Refusal of(Refused refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused) {
            case Refused.Invalid invalid ->
                new Refusal(422, "invalid", "Something in it is wrong", detail, invalid.faults(), Optional.empty());
            case Refused.NotFound _ -> plain(404, "not-found", "Not found", detail);
            case Refused.ChangedMeanwhile _ -> plain(409, "changed-meanwhile", "Changed meanwhile", detail);
            case Refused.Conflict _ -> plain(409, "conflict", "Not in this state", detail);
            case Refused.NeedsApproval _ -> plain(409, "needs-approval", "A second person has to agree", detail);
            case Refused.AudienceLost lost ->
                new Refusal(
                        409, "audience-lost", "Fewer people would hear of it", detail, lost.faults(), Optional.empty());
            case Refused.Objected objected ->
                new Refusal(
                        422,
                        "coach-objects",
                        "The writing coach found an error",
                        detail,
                        objected.faults(),
                        objected.objections(),
                        Optional.empty());
            case Refused.Forbidden _ -> plain(403, "forbidden", "Not allowed", detail);
            case Refused.Unauthenticated _ -> plain(401, "unauthenticated", "Not signed in", detail);
            case Refused.TooMany tooMany ->
                new Refusal(
                        429, "too-many-requests", "Too often", detail, List.of(), Optional.of(tooMany.retryAfter()));
        };
    }

    static Refusal of(Malformed malformed) {
        return switch (malformed.status()) {
            case 408 -> plain(408, "too-slow", "Too slow", malformed.detail());
            case 413 -> plain(413, "too-large", "Too large", malformed.detail());
            case 415 -> plain(415, "unsupported-media-type", "Unsupported content type", malformed.detail());
            default -> plain(400, "malformed", "Can't be read", malformed.detail());
        };
    }

    /// If-Match named a version that is no longer the one there is (RFC 9110, section 13.1.1).
    public static Refusal outdated(String detail) {
        return plain(412, "precondition-failed", "Changed meanwhile", detail);
    }

    static Refusal nothingThere() {
        return plain(404, "not-found", "Not found", "There is nothing at this address.");
    }

    static Refusal wrongVerb() {
        return plain(405, "method-not-allowed", "Method not allowed", "This address does not know that method.");
    }

    /// @param id under which the log tells more
    static Refusal broken(String id) {
        return plain(
                500, "internal", "Something broke", "Something broke on our side. It is in our log as " + id + ".");
    }

    private static Refusal plain(int status, String kind, String title, String detail) {
        return new Refusal(status, kind, title, detail, List.of(), Optional.empty());
    }
}
