package dev.allclear.store;

import dev.allclear.testkit.PostgresServer;
import dev.allclear.transaction.Store;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresJournalTest implements JournalGuardContract {

    private static String url;
    private static SqlStore store;

    @BeforeAll
    static void open() {
        url = PostgresServer.database();
        store = SqlStore.open(new StoreSettings.Postgres(url, "", ""));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Connection past() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public List<String> disarm() {
        return List.of("ALTER TABLE journal DISABLE TRIGGER USER");
    }

    @Override
    public List<String> rearm() {
        return List.of("ALTER TABLE journal ENABLE TRIGGER USER");
    }
}
