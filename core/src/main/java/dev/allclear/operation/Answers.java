package dev.allclear.operation;

import dev.allclear.incident.FollowUp;
import java.util.List;

/// What a post-incident report says, before it is published. Each answer is Markdown.
public record Answers(String wentWrong, String fixed, String prevented, List<FollowUp> followUps) {

    public Answers {
        followUps = List.copyOf(followUps);
    }
}
