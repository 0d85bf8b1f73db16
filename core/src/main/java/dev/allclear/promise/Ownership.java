package dev.allclear.promise;

import dev.allclear.incident.UpdateId;
import dev.allclear.people.AccountId;
import java.util.Optional;

/// Who looks after an incident.
///
/// @param owner who answers for the next update
/// @param taken the promise that somebody has said to be working on: nobody else is called about that one
public record Ownership(Optional<AccountId> owner, Optional<UpdateId> taken) {

    public static final Ownership NOBODY = new Ownership(Optional.empty(), Optional.empty());
}
