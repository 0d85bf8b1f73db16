package dev.allclear.playbook;

import java.util.List;

/// The beginning of a post-incident report: the three answers that customers are owed, as far as the fields tell them.
public record ReportSkeleton(Titles titles, Template wentWrong, Template fixed, Template prevented) {

    static final List<String> HEADINGS = List.of("What went wrong", "How we fixed it", "What we change");

    /// The skeleton with its fields filled in, to be written on by a person.
    public record Answers(String title, String wentWrong, String fixed, String prevented) {}

    public Rendering<Answers> fill(Values values) {
        var opening = titles.fill(values).with(wentWrong.fill(values), Message::new);
        var rest = fixed.fill(values).with(prevented.fill(values), Message::new);
        return opening.with(rest, (first, last) -> new Answers(first.title(), first.body(), last.title(), last.body()));
    }

    List<Template> answers() {
        return List.of(wentWrong, fixed, prevented);
    }
}
