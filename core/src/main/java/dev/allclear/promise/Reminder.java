package dev.allclear.promise;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Instant;

/// A step that was taken about a promise, once.
///
/// @param promise the update that made the promise; for a report, the all-clear
/// @param due what had been promised
/// @param at when the step was taken, which after a pause of the whole machine is later than it should have been
public record Reminder(
        ReminderId id, PageId page, IncidentId incident, UpdateId promise, Call call, Instant due, Instant at) {}
