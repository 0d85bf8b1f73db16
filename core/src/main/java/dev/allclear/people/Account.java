package dev.allclear.people;

import dev.allclear.PageId;
import dev.allclear.Text;
import dev.allclear.audience.EmailAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A person who works at the desk.
///
/// @param passwordHash in the PHC form of Argon2id; empty until the person has chosen one
/// @param roles what the person may do on which page
public record Account(
        AccountId id,
        EmailAddress email,
        String name,
        Optional<String> passwordHash,
        Map<PageId, Role> roles,
        Instant createdAt) {

    public Account {
        name = Text.line("name", name, 80);
        roles = Map.copyOf(roles);
    }

    public boolean may(PageId page, Permission permission) {
        var role = roles.get(page);
        return role != null && role.may(permission);
    }
}
