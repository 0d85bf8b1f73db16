package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.desk.console.Frame;
import java.util.List;

/// All drafts, newest first.
public record DraftsView(Frame frame, List<DraftRow> rows) {}
