package dev.allclear.edge.feeds;

import java.time.Instant;
import java.util.Optional;

/// One incident or planned work as feeds show it.
///
/// @param kind `Incident` or `Maintenance`: part of the id that feed readers remember, so never to be changed
/// @param html everything that was said, newest first
/// @param shownAt when it should stand in the reader's list: planned work at its start
/// @param ends when planned work should be over
record Entry(
        String kind,
        String id,
        String title,
        String link,
        String html,
        String text,
        Instant published,
        Instant updated,
        Instant shownAt,
        Optional<Instant> ends) {}
