package dev.allclear.shape;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.util.Map;

/// What authors wrote themselves for single shapes of an update, where it is kept.
public interface HandWritten {

    /// Once per update; nothing to keep changes nothing.
    void add(PageId page, IncidentId incident, UpdateId update, Map<Shape, Copy> own, String author);

    /// All of an incident, by update. Updates of which nothing was written by hand are missing.
    Map<UpdateId, Map<Shape, Copy>> of(PageId page, IncidentId incident);
}
