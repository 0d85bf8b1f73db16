package dev.allclear.app.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What an import did, or would do: whatever went in came out as created, unchanged, changed or skipped.
///
/// @param dryRun whether nothing was written
/// @param read files in the source
/// @param unchanged already here, just as the source has them
/// @param changed already here but different, and left as they are here
/// @param skipped not taken over; each has a finding that says why
/// @param components created for what the source lists as part of the service, by name
/// @param retired created for names that only history knows
public record ImportReport(
        boolean dryRun,
        int read,
        int created,
        int unchanged,
        int changed,
        int skipped,
        List<String> components,
        List<String> retired,
        List<Finding> findings) {

    public ImportReport {
        if (read != created + unchanged + changed + skipped) {
            throw new IllegalStateException("the import lost count: " + read + " files went in, but "
                    + (created + unchanged + changed + skipped) + " came out");
        }
        components = List.copyOf(components);
        retired = List.copyOf(retired);
        findings = List.copyOf(findings);
    }

    /// How many findings there are of each kind.
    public Map<Finding.Kind, Integer> tally() {
        var tally = new EnumMap<Finding.Kind, Integer>(Finding.Kind.class);
        findings.forEach(finding -> tally.merge(finding.kind(), 1, Integer::sum));
        return tally;
    }

    /// For the terminal: findings first, the sum at the end where it is seen.
    public String text() {
        var text = new StringBuilder();
        findings.forEach(finding -> text.append(finding).append('\n'));
        if (!findings.isEmpty()) {
            text.append('\n');
        }
        tally().forEach((kind, count) -> text.append("%6d  %s%n".formatted(count, kind.label())));
        return text.append(dryRun ? "Dry run, nothing was written. " : "")
                .append(
                        "%d files read: %d incidents %s, %d unchanged, %d different and left as they are, %d files skipped.%n"
                                .formatted(
                                        read, created, dryRun ? "to create" : "created", unchanged, changed, skipped))
                .append("%d components, and %d retired ones for names that only history knows. Nobody was told.%n"
                        .formatted(components.size(), retired.size()))
                .toString();
    }
}
