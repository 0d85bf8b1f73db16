/// Accounts, roles, permissions, sessions and API keys.
@NullMarked
package dev.allclear.people;

import org.jspecify.annotations.NullMarked;
