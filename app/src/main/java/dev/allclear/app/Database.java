package dev.allclear.app;

import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;

/// Opens the database that the settings name.
final class Database {

    private Database() {}

    /// @throws WrongSetting when it can't be reached, in one sentence; the whole reason goes to the log
    static SqlStore open(Settings settings) {
        try {
            Files.createDirectories(settings.data());
            return SqlStore.open(settings.databaseUrl()
                    .<StoreSettings>map(url -> new StoreSettings.Postgres(url, "", ""))
                    .orElseGet(() -> new StoreSettings.Sqlite(settings.data().resolve("allclear.db"))));
        } catch (IOException | RuntimeException unreachable) {
            System.getLogger(Database.class.getName()).log(Level.DEBUG, "the database can't be opened", unreachable);
            throw new WrongSetting(
                    settings.databaseUrl().isPresent()
                            ? "The database can't be opened: is the server running, and is "
                                    + Setting.DATABASE_URL.environment() + " right? " + reason(unreachable)
                            : "The database in " + settings.data() + " can't be opened. Choose another folder with "
                                    + Setting.DATA.flag() + ". " + reason(unreachable));
        }
    }

    private static String reason(Throwable broken) {
        var root = broken;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The reason given: "
                + String.valueOf(root.getMessage()).lines().findFirst().orElse("none") + ".";
    }
}
