package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.console.Frame;
import dev.allclear.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One playbook, or an earlier version of it, with all that it says.
///
/// @param path its address
/// @param newest the number of the newest version; 0 for what only ships
/// @param isOwn whether the company wrote it
/// @param shown the version that is looked at; empty for the one that is in use
/// @param text as it is kept and edited
/// @param others the other languages
public record LookView(
        Frame frame,
        String path,
        Playbook playbook,
        long newest,
        boolean isOwn,
        Optional<Long> shown,
        List<Said> said,
        String text,
        List<Version> versions,
        List<Tongue> others,
        boolean mayEdit) {

    /// @param isGone whether with this version it was taken away
    public record Version(long number, String author, Instant at, boolean isGone) {}

    /// @param link to it in that language, or to where it is translated
    public record Tongue(String name, String link, boolean exists) {}
}
