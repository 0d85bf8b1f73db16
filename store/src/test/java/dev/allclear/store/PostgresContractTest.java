package dev.allclear.store;

import dev.allclear.testkit.DeskContracts;
import dev.allclear.testkit.PostgresServer;
import dev.allclear.testkit.StoreContracts;
import dev.allclear.transaction.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresContractTest implements StoreContracts, DeskContracts {

    private static SqlStore store;

    @BeforeAll
    static void open() {
        store = SqlStore.open(new StoreSettings.Postgres(PostgresServer.database(), "", ""));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
