package dev.allclear.people;

/// Who does something, by the name that the journal keeps.
public record Actor(String name) {

    /// Allclear itself, where nobody pressed a button.
    public static final Actor SYSTEM = new Actor("Allclear");

    public static Actor of(Account account) {
        return new Actor(account.name() + " <" + account.email().value() + ">");
    }

    public static Actor of(ApiKey key) {
        return new Actor("API key " + key.name());
    }
}
