package dev.allclear.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A field of the incident, of the planned work or of the page that a template may name: there are no others.
public enum Variable {
    BRAND("brand", Shape.NAME, "The company, as customers call it", "Northwind"),
    PRODUCT("product", Shape.NAME, "The product or service, as customers call it", "Northwind Shop"),
    STATUS_URL("statusUrl", Shape.NAME, "The address of the status page", "https://status.northwind.example"),
    CONTACT("contact", Shape.NAME, "Where people get help", "help@northwind.example"),

    COMPONENTS("components", Shape.NAMES, "The components that are affected", "Checkout and Catalogue"),
    REGIONS("regions", Shape.NAMES, "The regions that are affected", "Europe"),
    IMPACT("impact", Shape.PROSE, "What customers notice, in their words", "Card payments are declined"),
    SCOPE("scope", Shape.PROSE, "Who is affected", "All customers who pay by card"),
    SINCE("since", Shape.MOMENT, "Since when customers have felt it", "14:05 UTC"),
    WORKAROUND("workaround", Shape.PROSE, "What customers can do meanwhile", "You can pay by bank transfer"),
    DOING("doing", Shape.PROSE, "What we are doing at this moment", "We are testing a way around the fault"),
    CAUSE("cause", Shape.PROSE, "The cause, once it is confirmed and may be told", "A security certificate expired"),
    SUSPECTED_CAUSE("suspectedCause", Shape.PROSE, "The cause, while it is only suspected", "A faulty update"),
    ESTIMATE("estimate", Shape.MOMENT, "When service returns, if somebody confirmed it", "16:00 UTC"),
    NEXT_UPDATE("nextUpdate", Shape.MOMENT, "By when we promise to speak again", "14:30 UTC"),

    WORKS_AGAIN("worksAgain", Shape.PROSE, "What works again", "Card payments go through again"),
    RESTORED_AT("restoredAt", Shape.MOMENT, "When service was back", "16:17 UTC"),
    DURATION("duration", Shape.LENGTH, "How long it lasted", "2 h 12 min"),
    FIX("fix", Shape.PROSE, "What we did to end it, in plain words", "We renewed the certificate"),
    LEFTOVERS("leftovers", Shape.PROSE, "What is left over", "Orders that failed were not placed"),
    NEXT_STEP("nextStep", Shape.PROSE, "What comes next, with its date", "Our report follows on 16 March"),
    EFFECT(
            "effect",
            Shape.PROSE,
            "What it meant for customers, in numbers",
            "8 % of that day's orders were not placed"),
    PREVENTION(
            "prevention",
            Shape.PROSE,
            "What we change, each with its date",
            "All certificates renew alone by 10 April"),

    WINDOW("window", Shape.WINDOW, "When the work is planned", "Sunday, 14 June 2026, 06:00 to 08:00 BST"),
    WINDOW_START("windowStart", Shape.MOMENT, "When the work starts", "14 June 2026, 06:00 BST"),
    WINDOW_END("windowEnd", Shape.MOMENT, "When the work ends", "14 June 2026, 08:00 BST"),
    WINDOW_LENGTH("windowLength", Shape.LENGTH, "How long the work is planned to take", "2 h"),
    FORMER_END("formerEnd", Shape.MOMENT, "When the work was to end, before it was extended", "08:00 BST"),
    REASON("reason", Shape.PROSE, "Why the work is done", "We move invoices to larger storage"),
    STAYS_UP("staysUp", Shape.PROSE, "What keeps working meanwhile", "The customer portal stays available"),
    ACTION("action", Shape.PROSE, "What customers must do before", "Please save open drafts before 06:00 BST"),
    DELAY_REASON("delayReason", Shape.PROSE, "Why the work takes longer", "The copy takes longer than in our trial");

    /// How the value looks: a short name, sentences, or a time that is written for the reader.
    public enum Shape {
        NAME,
        NAMES,
        PROSE,
        MOMENT,
        LENGTH,
        WINDOW
    }

    private static final List<Variable> GIVEN =
            List.of(BRAND, PRODUCT, STATUS_URL, SINCE, NEXT_UPDATE, WINDOW, WINDOW_START, WINDOW_END, WINDOW_LENGTH);

    private final String key;
    private final Shape shape;
    private final String meaning;
    private final String example;

    Variable(String key, Shape shape, String meaning, String example) {
        this.key = key;
        this.shape = shape;
        this.meaning = meaning;
        this.example = example;
    }

    /// The name between braces in a template: `nextUpdate`.
    public String key() {
        return key;
    }

    public Shape shape() {
        return shape;
    }

    /// One line for the person who writes a playbook.
    public String meaning() {
        return meaning;
    }

    public String example() {
        return example;
    }

    /// The page, the policy or the form of every incident knows it, so no playbook has to ask.
    public boolean isGiven() {
        return GIVEN.contains(this);
    }

    public static Optional<Variable> named(String key) {
        return Arrays.stream(values())
                .filter(variable -> variable.key.equals(key))
                .findFirst();
    }
}
