package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.NamedArea;
import java.util.List;

/// Somebody else was faster: what they published beside what was typed, which is still there.
///
/// @param more what is ticked beside what was hit already
public record ConflictView(
        Frame frame,
        Summary summary,
        Theirs theirs,
        Sheet sheet,
        List<Held> held,
        List<NamedArea> more,
        Preview preview,
        String publish) {}
