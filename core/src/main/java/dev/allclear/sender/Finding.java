package dev.allclear.sender;

/// What was found out about one thing that receivers look at.
///
/// @param topic such as `SPF`
/// @param words what is the matter, in a sentence
/// @param there what stands in DNS; empty for nothing
/// @param publish the line of a zone file that puts it right; empty when nothing has to be published
public record Finding(String topic, Verdict verdict, String words, String there, String publish) {

    /// How it stands.
    public enum Verdict {
        FOUND,
        WRONG,
        MISSING,
        /// DNS did not answer, or nobody can tell from here.
        UNKNOWN
    }

    static Finding unanswered(String topic, String why) {
        return new Finding(topic, Verdict.UNKNOWN, "DNS could not be asked: " + why, "", "");
    }
}
