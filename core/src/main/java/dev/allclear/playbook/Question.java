package dev.allclear.playbook;

import java.util.List;
import java.util.Optional;

/// One field that a playbook asks for, with answers that are ready to be chosen.
///
/// @param prompt the question, in the language of the playbook
public record Question(Variable variable, String prompt, List<Choice> choices) {

    /// An answer made ready.
    ///
    /// @param worksAgain for an impact: how to say that it is over
    public record Choice(String text, Optional<String> worksAgain) {}

    public Question {
        choices = List.copyOf(choices);
    }

    /// The answer in which most of what was said occurs; of equals, the first.
    ///
    /// @param said what somebody searched for; may be empty
    public Optional<Choice> likeliest(String said) {
        var words = Relevance.apart(said);
        var likeliest = Optional.<Choice>empty();
        var most = -1L;
        for (var choice : choices) {
            var count = Relevance.common(words, choice.text());
            if (count > most) {
                likeliest = Optional.of(choice);
                most = count;
            }
        }
        return likeliest;
    }
}
