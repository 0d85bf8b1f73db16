package dev.allclear;

/// A value as it was read, with the version that a save must name so that no unseen change is overwritten.
///
/// @param version counts up from 1 with each save
public record Stored<T>(T value, long version) {}
