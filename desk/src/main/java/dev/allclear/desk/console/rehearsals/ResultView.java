package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.Frame;
import java.time.Instant;
import java.util.List;

/// How a rehearsal went.
public record ResultView(
        Frame frame,
        Instant startedAt,
        String startedBy,
        String playbook,
        int points,
        List<Verdict> verdicts,
        List<Sunk> sink,
        String again) {

    /// One thing that counts.
    ///
    /// @param isGood whether it went as the policy asks
    public record Verdict(String what, String how, boolean isGood) {}
}
