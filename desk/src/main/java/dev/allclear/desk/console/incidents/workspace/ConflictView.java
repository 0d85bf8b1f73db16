package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import dev.allclear.desk.console.incidents.preview.Preview;
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
