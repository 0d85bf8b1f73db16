package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.delivery.Outbox.Progress;

/// How the mails of one announcement stand.
///
/// @param link to those that failed
/// @param kept whether mails are kept as files, not sent
public record DeliveryView(Progress progress, String link, boolean kept) {}
