package dev.allclear.engine;

import java.time.Duration;

/// How a node is manned.
///
/// @param senders how many letters are under way at once
/// @param portion how many people are claimed at once
/// @param unwritten how many outcomes may be unknown to the database: so many can be doubled when another node takes
/// over
/// @param lease how long what was claimed is ours, unless we say in time that it still is
/// @param patience how long a channel may take for one letter
public record Manning(int senders, int portion, int unwritten, Duration lease, Duration patience) {}
