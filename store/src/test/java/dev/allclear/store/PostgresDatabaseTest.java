package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.testkit.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for each connection of the pool, whichever transaction was its first.
final class PostgresDatabaseTest {

    @Test
    void a_first_transaction_that_fails_does_not_take_the_limits_of_its_connection_with_it() throws SQLException {
        var settings = new StoreSettings.Postgres(PostgresServer.database(), "", "");
        try (var database = PostgresDatabase.open(settings)) {
            for (var lease : List.of(database.write(), database.write())) {
                assertThat(standstill(lease)).isEqualTo("8s");
                lease.rollback();

                assertThat(standstill(lease)).isEqualTo("8s");
                lease.rollback();
                lease.giveBack(false);
            }
        }
    }

    private static String standstill(Database.Lease lease) throws SQLException {
        try (var statement = lease.connection().createStatement();
                var answer = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
