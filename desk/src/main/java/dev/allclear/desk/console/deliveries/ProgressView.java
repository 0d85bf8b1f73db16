package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Outbox.Progress;

/// How far an announcement has come.
///
/// @param link to those who didn't get it
public record ProgressView(Progress progress, String link) {}
