package dev.allclear.coach;

import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// One thing that the coach looks for. What it says, and the words it knows, stand on the rule's page of the style
/// guide.
public interface Rule {

    String id();

    /// Whether it holds in every language, because it reads times, lengths, addresses or fields and not words.
    default boolean neutral() {
        return false;
    }

    List<Finding> check(Reading reading, GuidePage page);
}
