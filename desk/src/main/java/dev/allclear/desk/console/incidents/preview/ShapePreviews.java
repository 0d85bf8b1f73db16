package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OwnFields;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.proof.ShapeProof;
import dev.allclear.publish.Snapshot;
import dev.allclear.shape.Copy;
import dev.allclear.shape.IncidentMessage;
import dev.allclear.shape.Links;
import dev.allclear.shape.Message;
import dev.allclear.shape.Reader;
import dev.allclear.shape.Shape;
import dev.allclear.shape.Shaped;
import dev.allclear.shape.Shapes;
import dev.allclear.transaction.Tx;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Shows what is being written in all its shapes, and what the author wrote for single ones.
record ShapePreviews(Room room) {

    private static final Set<String> TABS = Set.of("sms", "posts", "chat", "voice");
    private static final List<Shape> SHOWN = List.of(
            Shape.EMAIL, Shape.SMS, Shape.SHORT_POST, Shape.X, Shape.BLUESKY, Shape.MASTODON, Shape.CHAT, Shape.VOICE);

    /// Which tab is open.
    static final String TAB = "preview-as";

    ShapesView of(Ask ask, Tx tx, Saying saying, Parameters typed) {
        if (saying.label().equals("False alarm") || saying.label().equals("Cancelled")) {
            return ShapesView.NONE;
        }
        var isMade = isAskedFor(typed);
        var message = isMade
                ? Upcoming.of(ask, saying, typed).flatMap(incident -> message(ask, tx, incident))
                : Optional.<Message>empty();
        var shapes = message.map(Shapes::of);
        var own = own(ask, typed, shapes, saying);
        var proofs = ShapeProof.read(tx, ask.page(), saying.copy(Upcoming.begun(ask, typed)), own, ask.now());
        return new ShapesView(
                true,
                isMade,
                ask.page().name(),
                SHOWN.stream()
                        .map(shape -> view(ask, typed, shape, shapes, saying, own, proofs))
                        .toList(),
                proofs.stream().flatMap(proof -> proof.objections().stream()).toList());
    }

    /// While nobody looks at them they are not made: that takes ten times as long as the rest.
    private static boolean isAskedFor(Parameters typed) {
        return TABS.contains(typed.get(TAB))
                || typed.has("do")
                || SHOWN.stream()
                        .anyMatch(shape -> typed.filled(OwnFields.body(shape)).isPresent());
    }

    private Optional<Message> message(Ask ask, Tx tx, Incident incident) {
        var shown = Snapshot.visibility(tx, ask.page(), ask.now()).incident(incident);
        var base = room.links().base(ask.page(), ask.isDefaultPage());
        return IncidentMessage.of(
                shown,
                ask.page().name(),
                room.markdown().text(incident.latest().text()),
                Reader.of(ask.page()),
                new Links(room.links().incident(base, incident.id()).toString(), base.toString()));
    }

    /// What differs from ours; what is left empty of a mail is ours.
    private static Map<Shape, Copy> own(Ask ask, Parameters typed, Optional<Shapes> shapes, Saying saying) {
        var own = new EnumMap<Shape, Copy>(Shape.class);
        for (var shape : SHOWN) {
            var ours = ours(ask, shape, shapes, saying);
            Lenient.read(() -> OwnFields.read(typed, shape), Optional.<Copy>empty())
                    .map(copy -> copy.completedBy(ours))
                    .filter(copy -> !ours.equals(Optional.of(copy)))
                    .ifPresent(copy -> own.put(shape, copy));
        }
        return own;
    }

    private static Optional<Copy> ours(Ask ask, Shape shape, Optional<Shapes> shapes, Saying saying) {
        return shape == Shape.EMAIL
                ? Optional.of(new Copy(Previews.subject(ask.page(), saying.title()), saying.text()))
                : shapes.flatMap(all -> all.copy(shape));
    }

    private ShapeView view(
            Ask ask,
            Parameters typed,
            Shape shape,
            Optional<Shapes> shapes,
            Saying saying,
            Map<Shape, Copy> byHand,
            List<ShapeProof> proofs) {
        var ours = ours(ask, shape, shapes, saying);
        var own = Optional.ofNullable(byHand.get(shape));
        var main = saying.title() + "\n" + saying.text();
        var now = own.map(copy -> Basis.of(copy, main));
        var basis = now.map(pair -> Basis.after(Basis.read(typed.get(OwnFields.basis(shape))), pair));
        var shown = own.or(() -> ours);
        var edited = shapes.map(all -> own.map(copy -> all.edit(shape, copy)).orElse(all));
        return new ShapeView(
                shape.key(),
                tab(shape),
                ShapeWords.name(shape),
                shape.hasHeadline(),
                ask.page().language().tag(),
                shapes.isEmpty() && shape != Shape.EMAIL ? "Write the title and the message first." : "",
                shown.map(Copy::headline).orElse(""),
                shown.map(copy -> copy.body().lines().toList()).orElse(List.of()),
                ours.map(Copy::headline).orElse(""),
                ours.map(Copy::body).orElse(""),
                own.isPresent(),
                basis.isPresent() && basis.get().isOlderThan(now.orElseThrow()),
                basis.map(Basis::written).orElse(""),
                counts(shape, shown, edited),
                faults(shape, own.isPresent(), edited),
                own.isPresent()
                        ? ""
                        : shapes.map(all -> leftOut(all.made(shape))).orElse(""),
                proofs.stream()
                        .filter(proof -> proof.shape() == shape)
                        .flatMap(proof -> Coaching.notes(proof.review()).stream())
                        .toList());
    }

    private static List<ShapeView.Count> counts(Shape shape, Optional<Copy> shown, Optional<Shapes> shapes) {
        return shown.flatMap(copy -> shapes.map(all -> ShapeWords.counts(shape, copy, all.measures(shape))))
                .orElse(List.of());
    }

    private static List<String> faults(Shape shape, boolean isOwn, Optional<Shapes> shapes) {
        // What a mail must tell beside its text, its frame tells.
        if (shape == Shape.EMAIL || shapes.isEmpty()) {
            return List.of();
        }
        var all = shapes.get();
        var troubles = isOwn ? Stream.<String>empty() : ShapeWords.troubles(all.made(shape)).stream();
        var lacks =
                all.copy(shape).isPresent() ? all.lacks(shape).stream().map(ShapeWords::lack) : Stream.<String>empty();
        return Stream.concat(troubles, lacks).toList();
    }

    private static String leftOut(Shaped made) {
        return switch (made) {
            case Shaped.Ready(var _, var facts) -> ShapeWords.leftOut(facts);
            case Shaped.Thin(var _, var facts, var _) -> ShapeWords.leftOut(facts);
            case Shaped.TooLong _ -> "";
        };
    }

    private static String tab(Shape shape) {
        return switch (shape) {
            case STATUS_PAGE -> "page";
            case EMAIL -> "mail";
            case SMS -> "sms";
            case SHORT_POST, X, BLUESKY, MASTODON -> "posts";
            case CHAT -> "chat";
            case VOICE -> "voice";
        };
    }
}
