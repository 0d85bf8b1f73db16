/// SQLite and PostgreSQL: one schema, one code base.
@NullMarked
package dev.allclear.store;

import org.jspecify.annotations.NullMarked;
