package dev.allclear.app.command;

import dev.allclear.Refused;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.WrongSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `./allclear COMMAND ...`: every command with its flags, built without annotations so that nothing is scanned.
public final class CommandTree {

    /// One command, run with the settings that its flags named.
    interface Action {
        int run(Map<Setting, String> flags, ParseResult parsed) throws Exception;
    }

    private CommandTree() {}

    public static int run(String... arguments) {
        var line = new CommandLine(tree());
        line.setExecutionStrategy(parsed -> 0);
        line.setParameterExceptionHandler((wrong, _) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            wrong.getCommandLine().getErr().println("Try ./allclear help");
            return 2;
        });
        var code = line.execute(arguments);
        return code != 0 ? code : perform(line.getParseResult());
    }

    private static CommandSpec tree() {
        var root = CommandSpec.create().name("./allclear");
        root.usageMessage()
                .description("The desk from which a company talks to its customers when its service is down.");
        add(
                        root,
                        "demo",
                        "A living example: a fictional company, its history and one open incident, in a temporary folder.",
                        DemoCommand::run)
                .addOption(setting(Setting.PORT));
        withSettings(add(root, "serve", "Page, desk, API and delivery in one process.", ServeCommand::run));
        var imports = withSettings(add(
                root, "import", "Brings in the history of another status page. Nobody is told.", ImportCommand::run));
        imports.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("SYSTEM")
                .type(String.class)
                .required(true)
                .description("What it comes from: cstate")
                .build());
        imports.addPositional(PositionalParamSpec.builder()
                .index("1")
                .paramLabel("FOLDER")
                .type(String.class)
                .required(true)
                .description("The folder with its config.yml and content/issues")
                .build());
        imports.addOption(OptionSpec.builder("--page")
                .paramLabel("SLUG")
                .type(String.class)
                .description("The page that it becomes part of; the first one if left out, made if there is none")
                .build());
        imports.addOption(OptionSpec.builder("--dry-run")
                .arity("0")
                .type(boolean.class)
                .description("Reports what would happen, and changes nothing")
                .build());
        SubscribersCommand.describe(withSettings(add(
                root,
                "subscribers",
                "Takes in a file of subscribers, or writes one. Nobody is brought back who left, nobody is asked twice.",
                SubscribersCommand::run)));
        var user = withSettings(
                add(root, "user", "A one-time link for somebody who can't sign in any more.", UserCommand::run));
        user.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("EMAIL")
                .type(String.class)
                .required(true)
                .description("Whose account")
                .build());
        HoldingPageCommand.describe(withSettings(add(
                root,
                "holding-page",
                "Writes the page that your proxy serves in place of your product while it is down.",
                HoldingPageCommand::run)));
        withSettings(add(root, "journal", "Checks that nobody altered the journal.", JournalCommand::run));
        add(
                        root,
                        "warm-up",
                        "Starts, answers a few requests and ends, so that Java can learn from it.",
                        WarmUpCommand::run)
                .usageMessage()
                .hidden(true);
        add(
                        root,
                        "coach",
                        "Reads messages as JSON lines and writes what the writing rules find in each.",
                        CoachCommand::run)
                .addOption(OptionSpec.builder(CoachCommand.JSON_LINES)
                        .arity("0")
                        .type(boolean.class)
                        .description("One JSON object per line: id, phase, title, body, and what else is known")
                        .build());
        add(root, "help", "This text; ./allclear COMMAND --help for one command.", (_, parsed) -> {
            usage(parsed.commandSpec().root());
            return 0;
        });
        return root;
    }

    private static CommandSpec add(CommandSpec root, String name, String description, Action action) {
        var command = CommandSpec.wrapWithoutInspection(action).name(name);
        command.usageMessage().description(description);
        command.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("This text")
                .build());
        root.addSubcommand(name, command);
        return command;
    }

    private static CommandSpec withSettings(CommandSpec command) {
        Arrays.stream(Setting.values()).forEach(setting -> command.addOption(setting(setting)));
        return command;
    }

    private static OptionSpec setting(Setting setting) {
        return OptionSpec.builder(setting.flag())
                .paramLabel("VALUE")
                .type(String.class)
                .description(setting.meaning() + " [" + setting.environment() + "]")
                .build();
    }

    private static int perform(ParseResult root) {
        if (!root.hasSubcommand()) {
            usage(root.commandSpec());
            return 2;
        }
        var parsed = root.subcommand();
        if (parsed.isUsageHelpRequested()) {
            usage(parsed.commandSpec());
            return 0;
        }
        try {
            return ((Action) parsed.commandSpec().userObject()).run(flags(parsed), parsed);
        } catch (WrongSetting | Refused wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        } catch (Exception broken) {
            throw new IllegalStateException(parsed.commandSpec().name() + " failed", broken);
        }
    }

    private static Map<Setting, String> flags(ParseResult parsed) {
        var flags = new TreeMap<Setting, String>();
        for (var setting : Setting.values()) {
            if (parsed.hasMatchedOption(setting.flag())) {
                flags.put(setting, parsed.matchedOptionValue(setting.flag(), ""));
            }
        }
        return flags;
    }

    private static void usage(CommandSpec command) {
        new CommandLine(command).usage(System.out);
    }

    /// For tests: the names of all commands.
    static List<String> names() {
        return tree().subcommands().keySet().stream().toList();
    }
}
