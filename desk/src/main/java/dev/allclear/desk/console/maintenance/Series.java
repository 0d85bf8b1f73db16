package dev.allclear.desk.console.maintenance;

import dev.allclear.PageId;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Words;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Window;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;

/// All works that were planned together with one of them, the soonest first.
public record Series(Maintenance work, List<Maintenance> all) {

    private static final int FEW = 12;

    /// @return empty for work that was planned alone
    static Optional<Series> of(Tx tx, PageId page, Maintenance work) {
        return work.part()
                .map(part -> tx.maintenances().series(page, part.series()).stream()
                        .map(stored -> stored.value())
                        .toList())
                .filter(all -> all.size() > 1)
                .map(all -> new Series(work, all));
    }

    public boolean isShort() {
        return all.size() <= FEW;
    }

    public boolean isThis(Maintenance one) {
        return one.id().equals(work.id());
    }

    public Phases phase(Maintenance one) {
        return Phases.of(one);
    }

    public String path(Maintenance one) {
        return "/desk/maintenance/" + one.id().value();
    }

    /// When those take place that have not begun.
    List<Window> ahead() {
        return all.stream()
                .filter(one -> one.phase() instanceof Maintenance.Phase.Scheduled)
                .map(Maintenance::window)
                .toList();
    }

    /// Whether more than this one can be cancelled.
    public boolean mayCancelAll() {
        return work.phase() instanceof Maintenance.Phase.Scheduled && ahead().size() > 1;
    }

    public List<Option> ways() {
        return List.of(
                Option.of(Word.THIS, "This time only"),
                new Option(Word.ALL, "This and all that are still ahead", Words.number(ahead().size()) + " times"));
    }

    /// Those that were cancelled by the same word as this one.
    long cancelled() {
        return all.stream().filter(one -> one.phase().equals(work.phase())).count();
    }
}
