package dev.allclear.store;

import dev.allclear.testkit.DeskContracts;
import dev.allclear.testkit.StoreContracts;
import dev.allclear.transaction.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteContractTest implements StoreContracts, DeskContracts {

    private static SqlStore store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
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
