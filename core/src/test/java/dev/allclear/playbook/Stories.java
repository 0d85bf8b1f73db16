package dev.allclear.playbook;

import static dev.allclear.Moments.at;

import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.maintenance.Window;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What could be known of an outage: everything, next to nothing, and what makes templates stumble.
enum Stories {
    FULL {
        @Override
        Values of(Playbook playbook) {
            return story(
                            playbook,
                            new RootCause.Confirmed(word(playbook, CAUSE)),
                            workaround(choice(playbook, Variable.WORKAROUND)),
                            "")
                    .text(Variable.SCOPE, choice(playbook, Variable.SCOPE));
        }
    },
    SUSPECTED {
        @Override
        Values of(Playbook playbook) {
            return story(playbook, new RootCause.Suspected(word(playbook, CAUSE)), new Workaround.NotNeeded(), "")
                    .text(Variable.SCOPE, choice(playbook, Variable.SCOPE));
        }
    },
    MINIMAL {
        @Override
        Values of(Playbook playbook) {
            return least(playbook)
                    .facts(new Facts(
                            impact(playbook), new Workaround.NoneYet(), new RootCause.Unknown(), Optional.empty()));
        }
    },
    CAUSE_NOT_PUBLIC {
        @Override
        Values of(Playbook playbook) {
            return least(playbook)
                    .facts(new Facts(
                            impact(playbook),
                            new Workaround.NotNeeded(),
                            new RootCause.ConfirmedNotPublic(),
                            Optional.empty()));
        }
    },
    /// Every sentence with its full stop, small initials, blanks, and what looks like a template.
    ODD {
        @Override
        Values of(Playbook playbook) {
            return story(
                            playbook,
                            new RootCause.Confirmed(lowered(word(playbook, CAUSE)) + "."),
                            workaround(lowered(choice(playbook, Variable.WORKAROUND))),
                            ".")
                    .text(Variable.SCOPE, "  " + choice(playbook, Variable.SCOPE) + ".");
        }
    };

    private static final Window WINDOW =
            new Window(Instant.parse("2026-12-13T06:00:00Z"), Instant.parse("2026-12-13T08:00:00Z"));

    private static final String CAUSE = "cause";
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en",
            Map.of(
                    CAUSE,
                    "A setting was wrong after an update of ours",
                    "doing",
                    "Two teams are working on it",
                    "fix",
                    "We put the old setting back",
                    "leftovers",
                    "What waited meanwhile is arriving now",
                    "nextStep",
                    "Our report follows on 26 November",
                    "effect",
                    "One order in twelve could not be placed",
                    "prevention",
                    "By 1 December, every update is tried on a copy first"),
            "de",
            Map.of(
                    CAUSE,
                    "Nach einem Update stimmte eine Einstellung nicht",
                    "doing",
                    "Zwei Teams arbeiten daran",
                    "fix",
                    "Wir haben die alte Einstellung zurückgeholt",
                    "leftovers",
                    "Was gewartet hat, kommt jetzt an",
                    "nextStep",
                    "Unser Bericht folgt am 26. November",
                    "effect",
                    "Jede zwölfte Bestellung kam nicht zustande",
                    "prevention",
                    "Ab dem 1. Dezember erproben wir jedes Update zuerst an einer Kopie"));

    abstract Values of(Playbook playbook);

    static Formats formats(Language language) {
        var zone = ZoneId.of(language.equals(Language.ENGLISH) ? "Europe/London" : "Europe/Berlin");
        return Formats.of(language, new Times(language, zone), at("14:12"));
    }

    private static Values least(Playbook playbook) {
        return Values.none(formats(playbook.language()))
                .text(Variable.BRAND, "Northwind")
                .text(Variable.PRODUCT, "Northwind Shop")
                .text(Variable.STATUS_URL, "https://status.northwind.example")
                .moment(Variable.NEXT_UPDATE, at("14:30"))
                .names(Variable.REGIONS, List.of("Singapore"))
                .names(Variable.COMPONENTS, List.of())
                .lasted(at("14:05"), at("16:17"))
                .window(WINDOW)
                .moment(Variable.FORMER_END, WINDOW.end().minus(Duration.ofMinutes(30)))
                .text(
                        Variable.WORKS_AGAIN,
                        playbook.worksAgain(impact(playbook)).orElseThrow())
                .text(Variable.REASON, choice(playbook, Variable.REASON))
                .text(Variable.DELAY_REASON, choice(playbook, Variable.DELAY_REASON))
                .text(Variable.FIX, word(playbook, "fix"))
                .text(Variable.EFFECT, word(playbook, "effect"))
                .text(Variable.PREVENTION, word(playbook, "prevention"));
    }

    private static Values story(Playbook playbook, RootCause cause, Workaround workaround, String end) {
        var estimate = Optional.of(Estimate.first(at("16:00"), "the head of operations"));
        return least(playbook)
                .facts(new Facts(impact(playbook) + end, workaround, cause, estimate))
                .text(Variable.CONTACT, "help@northwind.example")
                .names(Variable.REGIONS, List.of("Singapore", "Sydney"))
                .names(Variable.COMPONENTS, List.of("Checkout", "Catalogue"))
                .text(
                        Variable.WORKS_AGAIN,
                        playbook.worksAgain(impact(playbook)).orElseThrow() + end)
                .text(Variable.DOING, word(playbook, "doing") + end)
                .text(Variable.FIX, lowered(word(playbook, "fix")) + end)
                .text(Variable.LEFTOVERS, word(playbook, "leftovers") + end)
                .text(Variable.NEXT_STEP, word(playbook, "nextStep") + end)
                .text(Variable.REASON, choice(playbook, Variable.REASON) + end)
                .text(Variable.STAYS_UP, choice(playbook, Variable.STAYS_UP) + end)
                .text(Variable.ACTION, choice(playbook, Variable.ACTION) + end);
    }

    private static Workaround workaround(String text) {
        return text.isEmpty() ? new Workaround.NotNeeded() : new Workaround.Given(text);
    }

    static String impact(Playbook playbook) {
        return choice(playbook, Variable.IMPACT);
    }

    private static String choice(Playbook playbook, Variable variable) {
        return playbook.question(variable)
                .map(question -> question.choices().getFirst().text())
                .orElse("");
    }

    private static String word(Playbook playbook, String name) {
        return WORDS.get(playbook.language().tag()).get(name);
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
