package dev.allclear.desk.console.sending;

import dev.allclear.desk.console.Frame;
import dev.allclear.sender.Finding;
import dev.allclear.sender.SigningKey;
import dev.allclear.sender.SigningKey.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The keys, newest first, and what DNS says.
///
/// @param lockedOut whether the key that should sign can't be opened
public record SendingView(
        Frame frame, String domain, List<SigningKey> keys, boolean lockedOut, List<Finding> findings, Instant now) {

    private static final Duration KEPT = Duration.ofDays(7);

    /// Is there no new key that waits for its record?
    public boolean mayMake() {
        return keys.stream().noneMatch(key -> key.state() == State.MADE);
    }

    public boolean signs() {
        return keys.stream().anyMatch(key -> key.state() == State.ACTIVE);
    }

    /// An address that was made up, because none was set.
    public boolean isNowhere() {
        return domain.endsWith(".invalid");
    }

    public String state(SigningKey key) {
        return switch (key.state()) {
            case MADE -> "Waits for its record";
            case ACTIVE -> lockedOut ? "Can't be opened" : "Signs our mails";
            case RETIRED -> "Retired";
        };
    }

    /// When the record of a retired key is needed no more.
    public Instant removable(SigningKey key) {
        return key.retiredAt().orElse(now).plus(KEPT);
    }

    public boolean isRemovable(SigningKey key) {
        return !removable(key).isAfter(now);
    }

    public String verdict(Finding finding) {
        return switch (finding.verdict()) {
            case FOUND -> "Found";
            case WRONG -> "Wrong";
            case MISSING -> "Missing";
            case UNKNOWN -> "Not known";
        };
    }

    /// How the notice looks.
    public String kind(Finding finding) {
        return switch (finding.verdict()) {
            case FOUND -> "good";
            case WRONG -> "bad";
            case MISSING -> "warn";
            case UNKNOWN -> "plain";
        };
    }
}
