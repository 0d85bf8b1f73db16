package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Outbox.Progress;

/// How far an announcement has come.
///
/// @param link to those who didn't get it
/// @param kept whether mails are kept as files, not sent
/// @param warning why it will be late; empty where it will not
public record ProgressView(Progress progress, String link, boolean kept, String warning) {}
