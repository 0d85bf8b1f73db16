package dev.allclear.app.command;

import dev.allclear.app.holding.ExpectedEnd;
import dev.allclear.app.holding.HoldingFolder;
import dev.allclear.app.holding.HouseSearch;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.edge.holding.Contact;
import dev.allclear.edge.holding.HoldingPage;
import dev.allclear.edge.holding.House;
import dev.allclear.edge.holding.Notice;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `holding-page FOLDER`: what a proxy serves in place of the product while it is down. Works beside a running server,
/// and when the database is gone.
final class HoldingPageCommand {

    private static final Pattern TRANSLATED = Pattern.compile("([a-z]{2,3}(?:-[a-z0-9]+)*)=(.*)", Pattern.DOTALL);
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

    private HoldingPageCommand() {}

    static void describe(CommandSpec command) {
        command.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("FOLDER")
                .type(String.class)
                .description("Where its files are written; ./holding if left out")
                .build());
        command.addOption(option("--page", "SLUG", "Whose it is; the first page if left out"));
        command.addOption(
                option("--name", "NAME", "What your customers call the product; the page's name if left out"));
        command.addOption(
                option("--language", "TAG", "What it speaks without JavaScript; the page's language if left out"));
        command.addOption(OptionSpec.builder("--message")
                .paramLabel("TEXT")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("A sentence of your own; once more with a language in front: de=TEXT")
                .build());
        command.addOption(option(
                "--until",
                "TIME",
                "When you expect to be back: 16:30 or 2026-11-22T16:30 in the page's zone, or with an offset"));
        command.addOption(option(
                "--contact", "CONTACT", "Where a person answers: a mail address, a telephone number, an https link"));
        command.addOption(option("--retry-after", "SECONDS", "When programs may ask again; 60 if left out"));
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    static int run(Map<Setting, String> flags, ParseResult parsed) {
        var search = new HouseSearch(ServeCommand.settings(flags), given(parsed, "--page"));
        var house = dressed(search.find(given(parsed, "--name")), parsed);
        var notice = notice(house, parsed);
        var folder = new HoldingFolder(Path.of(parsed.matchedPositionalValue(0, "holding")));
        var files = folder.write(house, notice);
        search.remarks().forEach(System.err::println);
        files.forEach(file -> System.out.println(folder.path() + file.path() + "  " + file.body().length + " bytes"));
        if (files.getFirst().body().length > HoldingPage.USUAL_ROOM) {
            System.err.println("HAProxy's buffers are too small for a page of that length:"
                    + " set tune.bufsize 32768 in its global section, or say less.");
        }
        System.out.println("Readers are told that " + house.name() + " is down, and to follow " + house.status()
                + "/. How to serve it: docs/holding-page.md");
        return 0;
    }

    private static House dressed(House found, ParseResult parsed) {
        var house = given(parsed, "--language")
                .map(HoldingPageCommand::language)
                .map(found::speaking)
                .orElse(found);
        return given(parsed, "--contact")
                .map(Contact::parse)
                .map(house::answering)
                .orElse(house);
    }

    private static Notice notice(House house, ParseResult parsed) {
        return new Notice(
                messages(parsed.matchedOptionValue("--message", List.of()), house.language()),
                given(parsed, "--until")
                        .map(typed -> ExpectedEnd.parse(
                                typed, house.zone(), Clock.systemUTC().instant())),
                given(parsed, "--retry-after").map(HoldingPageCommand::seconds).orElse(Notice.USUAL_RETRY));
    }

    private static Map<Language, String> messages(List<String> typed, Language standard) {
        var messages = new HashMap<Language, String>();
        for (var message : typed) {
            var translated = TRANSLATED.matcher(message);
            if (translated.matches()) {
                messages.put(language(translated.group(1)), translated.group(2));
            } else {
                messages.put(standard, message);
            }
        }
        return messages;
    }

    private static Language language(String tag) {
        return Languages.ALL.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new WrongSetting("The page can't speak " + tag + "; it speaks "
                        + Languages.ALL.stream().map(Language::tag).collect(Collectors.joining(", ")) + "."));
    }

    private static int seconds(String typed) {
        if (!SECONDS.matcher(typed).matches()) {
            throw new WrongSetting("--retry-after should be a number of seconds such as 60, not " + typed + ".");
        }
        return Integer.parseInt(typed);
    }

    private static Optional<String> given(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }
}
