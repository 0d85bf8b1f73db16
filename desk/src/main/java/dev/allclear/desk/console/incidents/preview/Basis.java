package dev.allclear.desk.console.incidents.preview;

import dev.allclear.shape.Copy;
import java.util.Objects;
import java.util.Optional;

/// Which text of ours and which of the author's stood side by side when either was last changed. As long as the
/// author's stays as it was while ours changes, it is older.
record Basis(int own, int main) {

    static Basis of(Copy own, String main) {
        return new Basis((own.headline() + "\n" + own.body()).hashCode(), main.hashCode());
    }

    static Optional<Basis> read(String typed) {
        var parts = typed.split("\\.", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Basis(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /// What holds from now on, if this was noted before.
    static Basis after(Optional<Basis> before, Basis now) {
        return before.filter(noted -> noted.own == now.own).orElse(now);
    }

    boolean isOlderThan(Basis now) {
        return own == now.own && main != now.main;
    }

    String written() {
        return Objects.toString(own) + "." + main;
    }
}
