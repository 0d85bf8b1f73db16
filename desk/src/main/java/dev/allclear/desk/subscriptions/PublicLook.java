package dev.allclear.desk.subscriptions;

/// The public page's files that these pages share, as paths below the page's root.
public record PublicLook(String style, String script, String mark) {}
