package dev.allclear.people;

/// Turns passwords into something that can be kept.
public interface Passwords {

    /// In the PHC form, with a salt of its own.
    String hash(String password);

    boolean matches(String password, String hash);
}
