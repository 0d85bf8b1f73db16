package dev.allclear.desk.console.incidents.declare;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.transaction.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The planned work that went wrong, and goes on as the incident that is declared: `work` names it.
final class FromWork {

    static final String FIELD = "work";

    private FromWork() {}

    static Optional<Maintenance> begun(Tx tx, PageId page, Parameters typed) {
        return named(typed)
                .flatMap(id -> tx.maintenances().find(page, id))
                .map(Stored::value)
                .filter(work -> work.phase() instanceof Maintenance.Phase.Running
                        || work.phase() instanceof Maintenance.Phase.Completed);
    }

    /// @throws Refused.Invalid when it never began
    static Optional<MaintenanceId> mustHaveBegun(Tx tx, PageId page, Parameters typed) {
        var begun = begun(tx, page, typed);
        if (begun.isEmpty() && named(typed).isPresent()) {
            throw new Refused.Invalid(
                    FIELD,
                    "The planned work has not begun, or is off. Publish again, and the incident stands for itself.");
        }
        return begun.map(Maintenance::id);
    }

    private static Optional<MaintenanceId> named(Parameters typed) {
        return typed.filled(FIELD).map(MaintenanceId::new);
    }

    /// With what the work touches ticked.
    static Parameters ticking(Parameters typed, Maintenance work) {
        var fields = new HashMap<>(typed.asMap());
        fields.put("area", work.areas().stream().map(AreaFields::key).sorted().toList());
        fields.put(FIELD, List.of(work.id().value()));
        return Parameters.of(fields);
    }
}
