package dev.allclear.operation;

import dev.allclear.audience.EmailAddress;
import dev.allclear.language.Language;
import java.time.ZoneId;

/// What the first person decides: the page, and the account that owns it.
///
/// @param pageName of the first page; not used when there is a page already, by an import
/// @param zone whose times the page shows
/// @param language what the page speaks by itself
public record SetUp(
        String pageName, ZoneId zone, Language language, String ownerName, EmailAddress email, String password) {}
