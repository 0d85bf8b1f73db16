package dev.allclear.store;

import dev.allclear.Refused;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.SQLStateClass;

/// Where the database itself guards a rule, for those who come at the same instant.
final class Violations {

    private Violations() {}

    /// Runs a statement, and refuses the request when a constraint of the schema does.
    static void guarded(Runnable statement, Supplier<Refused> refusal) {
        try {
            statement.run();
        } catch (IntegrityConstraintViolationException violation) {
            throw refusal.get();
        } catch (DataAccessException failure) {
            if (failure.sqlStateClass() == SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION) {
                throw refusal.get();
            }
            throw failure;
        }
    }
}
