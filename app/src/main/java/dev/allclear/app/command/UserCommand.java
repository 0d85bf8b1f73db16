package dev.allclear.app.command;

import dev.allclear.app.Offline;
import dev.allclear.app.settings.Setting;
import dev.allclear.audience.EmailAddress;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// `user EMAIL`: a one-time sign-in link for somebody who is locked out, given by whoever holds the machine.
final class UserCommand {

    private UserCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) {
        var settings = ServeCommand.settings(flags);
        var email = EmailAddress.parse(parsed.matchedPositionalValue(0, ""));
        try (var offline = Offline.open(settings)) {
            var account = offline.doors().store().reading(tx -> tx.accounts().findByEmail(email));
            if (account.isEmpty()) {
                System.err.println("There is no account with that address.");
                return 1;
            }
            var secret = offline.doors().sessions().signInLink(account.get().id());
            System.out.println(settings.base() + "/desk/sign-in/" + secret);
            return 0;
        }
    }
}
