package dev.allclear.coach;

import dev.allclear.Fault;
import dev.allclear.Refused;
import dev.allclear.coach.Context.AllClear;
import dev.allclear.coach.Context.CauseState;
import dev.allclear.coach.Context.Component;
import dev.allclear.coach.Context.Earlier;
import dev.allclear.coach.Context.Estimate;
import dev.allclear.coach.Context.Facts;
import dev.allclear.coach.Context.House;
import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Context.State;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Context.Times;
import dev.allclear.coach.Context.Window;
import dev.allclear.coach.Context.WorkaroundState;
import dev.allclear.coach.Manuscript.Audience;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import java.util.List;
import java.util.Map;

/// Reads a manuscript from the fields of a JSON object, as the command and the API take it.
///
/// `phase`, `title` and `body` are asked for; `channel`, `audience`, `language` and every field of the context may be
/// missing. Times are instants such as `2026-03-12T14:05:00Z`.
public final class Submission {

    private Submission() {}

    /// @throws Refused.Invalid naming the first field that makes no sense
    public static Manuscript read(Map<String, ?> object) {
        return read(object, House.UNKNOWN);
    }

    /// @param known of the house, for whatever the object does not say itself
    /// @throws Refused.Invalid naming the first field that makes no sense
    public static Manuscript read(Map<String, ?> object, House known) {
        var fields = new SubmittedFields(object);
        return new Manuscript(
                fields.choice("channel", Channel.class).orElse(Channel.STATUS),
                fields.choice("phase", Phase.class).orElseThrow(() -> missing("phase")),
                fields.choice("audience", Audience.class).orElse(Audience.GENERAL),
                fields.text("title").orElse(""),
                fields.text("body").orElseThrow(() -> missing("body")),
                fields.text("language"),
                new Context(
                        house(fields, known),
                        times(fields),
                        facts(fields),
                        fields.objects("earlier_updates", Submission::earlier)));
    }

    private static Refused missing(String field) {
        return new Refused.Invalid(List.of(new Fault(field, "The field \"" + field + "\" is missing.")));
    }

    private static House house(SubmittedFields fields, House known) {
        return new House(
                fields.text("brand").or(known::brand),
                fields.orElse(
                        "components", () -> fields.objects("components", Submission::component), known.components()),
                fields.orElse("products", () -> fields.texts("products"), known.products()),
                fields.orElse("glossary", () -> fields.objects("glossary", Submission::term), known.glossary()),
                fields.orElse("forbidden_names", () -> fields.texts("forbidden_names"), known.forbidden()),
                fields.orElse("internal_patterns", () -> fields.texts("internal_patterns"), known.internalPatterns()),
                fields.orElse("internal_values", () -> fields.texts("internal_values"), known.internalValues()),
                fields.orElse("staff", () -> fields.texts("staff"), known.staff()),
                fields.text("status_url").or(known::statusUrl),
                fields.text("support_contact").or(known::supportContact),
                fields.zone("display_time_zone").or(known::displayZone));
    }

    private static Term term(SubmittedFields fields) {
        return new Term(fields.needed("term"), fields.needed("plain"));
    }

    private static Component component(SubmittedFields fields) {
        return new Component(fields.needed("name"), fields.text("public_name"), fields.choice("state", State.class));
    }

    private static Times times(SubmittedFields fields) {
        return new Times(
                fields.instant("now"),
                fields.instant("started_at"),
                fields.instant("detected_at"),
                fields.instant("ended_at"),
                fields.instant("next_update_at"),
                fields.object("eta").map(it -> new Estimate(it.neededInstant("at"), it.text("confirmed_by"))),
                fields.object("window")
                        .map(it -> new Window(
                                it.neededInstant("start"), it.neededInstant("end"), it.instant("previous_end"))));
    }

    private static Facts facts(SubmittedFields fields) {
        return new Facts(
                fields.choice("impact", Impact.class),
                fields.choice("cause_state", CauseState.class),
                fields.number("affected_share"),
                fields.choice("workaround_state", WorkaroundState.class),
                fields.text("workaround"),
                fields.object("sla").flatMap(it -> it.flag("credits_apply")).or(() -> fields.flag("credits_apply")),
                fields.flag("emergency"),
                fields.flag("holds_data"),
                fields.object("all_clear")
                        .map(it -> new AllClear(it.needed("reason"), it.text("leftovers"), it.text("next_step"))));
    }

    private static Earlier earlier(SubmittedFields fields) {
        return new Earlier(
                fields.neededInstant("at"),
                fields.choice("phase", Phase.class).orElse(Phase.INVESTIGATING),
                fields.text("title").orElse(""),
                fields.text("body").orElse(""),
                fields.instant("promised_next_at"));
    }
}
