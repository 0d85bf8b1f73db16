package dev.allclear.people;

import dev.allclear.audience.EmailAddress;
import java.util.List;
import java.util.Optional;

/// The people of the installation, where they are kept. In a transaction that writes, whoever is found stays as they
/// are until it ends.
public interface Accounts {

    /// Adds, or puts in place of the one with the same id.
    ///
    /// @throws dev.allclear.Refused.Conflict when another account has that address
    void save(Account account);

    Optional<Account> find(AccountId id);

    Optional<Account> findByEmail(EmailAddress email);

    /// By name.
    List<Account> all();

    /// Gone, with all sessions.
    void remove(AccountId id);
}
