package dev.allclear.desk.web;

import dev.allclear.operation.KeyDesk;
import dev.allclear.people.Account;
import dev.allclear.people.Actor;
import dev.allclear.people.Session;

/// Who asks.
public sealed interface Caller {

    record Nobody() implements Caller {}

    /// Somebody signed in.
    record Person(Account account, Session session) implements Caller {}

    /// A program with a key.
    record Program(KeyDesk.Holder holder) implements Caller {}

    /// The name that the journal keeps.
    default Actor actor() {
        return switch (this) {
            case Nobody _ -> new Actor("somebody");
            case Person(var account, var _) -> Actor.of(account);
            case Program(var holder) -> holder.actor();
        };
    }
}
