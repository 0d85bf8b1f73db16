package dev.allclear.app.settings;

/// A setting that makes no sense; the start stops with this one sentence.
public final class WrongSetting extends RuntimeException {

    public WrongSetting(Source source, String rule) {
        super(source.name() + " is wrong: " + rule, null, false, false);
    }

    public WrongSetting(String sentence) {
        super(sentence, null, false, false);
    }

    /// Where the wrong value stands, so that it is found: `ALLCLEAR_PORT` or `--port` or `port in allclear.yaml`.
    public record Source(String name) {}
}
