package dev.allclear.people;

import java.util.Optional;

/// Who does something, by the name that the journal keeps.
///
/// @param account empty for programs
public record Actor(String name, Optional<AccountId> account) {

    /// A program.
    public Actor(String name) {
        this(name, Optional.empty());
    }

    /// Allclear itself, where nobody pressed a button.
    public static final Actor SYSTEM = new Actor("Allclear");

    public static Actor of(Account account) {
        return new Actor(account.name() + " <" + account.email().value() + ">", Optional.of(account.id()));
    }

    public static Actor of(ApiKey key) {
        return new Actor("API key " + key.name());
    }
}
