package dev.allclear.wording;

/// Turns what operators wrote into HTML that is safe to show: the only way by which their words become HTML.
public interface Markdown {

    /// @param source CommonMark; HTML inside it is shown as text
    /// @return a fragment of allowed elements only
    String html(String source);

    /// The words alone, for places that know no HTML: links become `text (address)`, emphasis goes.
    String text(String source);
}
