package dev.allclear.coach.text;

import java.util.List;

/// A pattern over words that a writer can read, such as `sorry ... any|the inconvenience*`.
///
/// A word stands for itself, whatever its capitals; `=Box` wants them exactly. `down*` is the start of a word,
/// `*ausfall` its end, `*server*` its middle; `a|b` is either; `word?` may be missing; `^` is the beginning of a
/// sentence; `..` skips up to three words and `...` up to eight, within the sentence; `<number>`, `<clock>` and
/// `<link>` are what they say, any other `<name>` a list of phrases.
record Phrase(List<Element> elements) {

    sealed interface Element {
        boolean fits(Prose prose, Token token);
    }

    record Literal(String word) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return token.word().equals(word);
        }
    }

    record Exact(String written) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return token.written().equals(written)
                    || (token.written().length() == written.length() + 2
                            && token.written().startsWith(written)
                            && token.word().length() == written.length());
        }
    }

    record Start(String letters) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return token.word().startsWith(letters);
        }
    }

    record End(String letters) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return token.word().endsWith(letters);
        }
    }

    record Middle(String letters) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return token.word().contains(letters);
        }
    }

    record Either(List<Element> ways) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            for (var way : ways) {
                if (way.fits(prose, token)) {
                    return true;
                }
            }
            return false;
        }
    }

    enum Kind implements Element {
        NUMBER {
            @Override
            public boolean fits(Prose prose, Token token) {
                return token.kind() == Token.Kind.NUMBER && !prose.isClock(token);
            }
        },
        CLOCK {
            @Override
            public boolean fits(Prose prose, Token token) {
                return prose.isClock(token);
            }
        },
        LINK {
            @Override
            public boolean fits(Prose prose, Token token) {
                return token.kind() == Token.Kind.LINK || token.kind() == Token.Kind.DOMAIN;
            }
        },
        WORD {
            @Override
            public boolean fits(Prose prose, Token token) {
                return true;
            }
        }
    }

    /// The beginning of a sentence; it takes no token.
    enum Begin implements Element {
        SENTENCE;

        @Override
        public boolean fits(Prose prose, Token token) {
            return true;
        }
    }

    record Gap(int most) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return true;
        }
    }

    record Listed(PhraseList list) implements Element {
        @Override
        public boolean fits(Prose prose, Token token) {
            return false;
        }
    }

    /// Where the phrase ends when it begins at this token; -1 when it doesn't.
    int match(Prose prose, int from, int limit) {
        return match(prose, 0, from, limit);
    }

    private int match(Prose prose, int element, int at, int limit) {
        if (element == elements.size()) {
            return at;
        }
        return switch (elements.get(element)) {
            case Begin _ -> prose.beginsSentence(at) ? match(prose, element + 1, at, limit) : -1;
            case Gap(var most) -> afterGap(prose, element + 1, at, Math.min(limit, at + most), limit);
            case Listed(var list) -> afterList(prose, list, element + 1, at, limit);
            case Element word -> {
                if (at >= limit || !word.fits(prose, prose.tokens().get(at))) {
                    yield -1;
                }
                yield match(prose, element + 1, at + 1, limit);
            }
        };
    }

    private int afterGap(Prose prose, int element, int from, int to, int limit) {
        for (var at = from; at <= to; at++) {
            var end = match(prose, element, at, limit);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int afterList(Prose prose, PhraseList list, int element, int at, int limit) {
        if (at >= limit) {
            return -1;
        }
        for (var ends = prose.ends(list, at, limit); ends != 0; ends &= ends - 1) {
            var rest = match(prose, element, at + Long.numberOfTrailingZeros(ends), limit);
            if (rest >= 0) {
                return rest;
            }
        }
        return -1;
    }
}
