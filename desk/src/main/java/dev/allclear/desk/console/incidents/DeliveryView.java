package dev.allclear.desk.console.incidents;

import dev.allclear.delivery.Outbox.Progress;

/// How the mails of one announcement stand.
///
/// @param link to those that failed
public record DeliveryView(Progress progress, String link) {}
