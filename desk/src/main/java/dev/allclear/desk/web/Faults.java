package dev.allclear.desk.web;

import dev.allclear.Fault;
import dev.allclear.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects everything that is wrong with a request, so that people hear of all of it at once.
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new Fault(field, message));
    }

    /// Reads one value; what is wrong with it is noted.
    ///
    /// @return empty when something is wrong
    public <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refused.Invalid invalid) {
            found.addAll(invalid.faults());
            return Optional.empty();
        }
    }

    /// Reads one value whose faults belong to another field than the one that the core names.
    public <T> Optional<T> read(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refused.Invalid invalid) {
            invalid.faults().forEach(fault -> add(field, fault.message()));
            return Optional.empty();
        }
    }

    public Optional<Fault> first() {
        return found.stream().findFirst();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// @throws Refused.Invalid with all that was found
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused.Invalid(found);
        }
    }
}
