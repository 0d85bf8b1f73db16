package dev.allclear.coach.text;

/// One sentence, list entry or heading: a range of tokens, and its place in the text.
public record Sentence(int firstToken, int endToken, Span span) {

    public int words() {
        return endToken - firstToken;
    }
}
