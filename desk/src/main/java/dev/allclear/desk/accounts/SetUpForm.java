package dev.allclear.desk.accounts;

import dev.allclear.Text;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import dev.allclear.language.Language;
import dev.allclear.operation.PasswordPolicy;
import dev.allclear.operation.SetUp;
import java.time.ZoneId;

/// Reads the set-up form: `pageName`, `zone`, `name`, `email`, `password`.
final class SetUpForm {

    private SetUpForm() {}

    /// @param needsPage whether the form asked for the page's name
    static SetUp read(Parameters typed, boolean needsPage, Language language) {
        var faults = new Faults();
        var pageName = faults.read(() -> needsPage ? Text.line("pageName", typed.get("pageName"), 80) : "");
        var zone = faults.read(() -> needsPage ? Zones.named(typed.get("zone")) : ZoneId.of("UTC"));
        var name = faults.read(() -> Text.line("name", typed.get("name"), 80));
        var email = faults.read(() -> EmailAddress.parse(typed.get("email")));
        if (email.isPresent()) {
            var _ = faults.read(() -> PasswordPolicy.checked(typed.get("password"), email.get(), name.orElse("")));
        }
        faults.refuseIfAny();
        return new SetUp(
                pageName.orElseThrow(),
                zone.orElseThrow(),
                language,
                name.orElseThrow(),
                email.orElseThrow(),
                typed.get("password"));
    }
}
