package dev.allclear.app;

import dev.allclear.app.machine.DataFolder;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.app.settings.Settings;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.store.SqlStore;
import dev.allclear.wording.Signature;
import java.time.Clock;
import java.time.InstantSource;

/// The stored state without a server: for commands that look or change and end. SQLite may be in use by a server on
/// this machine at the same time.
public final class Offline implements AutoCloseable {

    private final SqlStore store;
    private final FrontDoors doors;
    private final InstantSource clock;

    private Offline(SqlStore store, FrontDoors doors, InstantSource clock) {
        this.store = store;
        this.doors = doors;
        this.clock = clock;
    }

    public static Offline open(Settings settings) {
        var clock = Clock.tickMillis(Clock.systemUTC().getZone());
        var store = Database.open(settings);
        var entropy = new SecureEntropy();
        // Nobody is erased here, so no mails are deleted.
        var doors = FrontDoors.over(
                store,
                clock,
                entropy,
                new Argon2Passwords(),
                new Signature(settings.secret().orElseGet(() -> DataFolder.secretIn(settings.data()))),
                settings.base(),
                KeptMails.NONE);
        return new Offline(store, doors, clock);
    }

    public FrontDoors doors() {
        return doors;
    }

    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        store.close();
    }
}
