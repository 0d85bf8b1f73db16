package dev.allclear.store;

import dev.allclear.PageId;
import dev.allclear.transaction.CommitListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// What other nodes commit, told by the database itself (PostgreSQL's `LISTEN` and `NOTIFY`), so that their pages are
/// fresh and their senders at work a moment later.
///
/// A help and never the truth: what is missed while the connection is away, or where a pooler in between keeps `LISTEN`
/// to itself, is found when a node looks by itself, a second later.
final class PostgresNews implements AutoCloseable {

    private static final String CHANNEL = "allclear_news";
    private static final String ANNOUNCED = "!";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(PostgresNews.class.getName());

    private final StoreSettings.Postgres settings;

    /// What we said ourselves is no news to us.
    private final String node;

    private final Thread listening =
            Thread.ofPlatform().daemon().name("store-news").unstarted(this::listen);
    private volatile @Nullable CommitListener listener;
    private volatile @Nullable Connection connection;
    private volatile boolean closed;

    private PostgresNews(StoreSettings.Postgres settings, String node) {
        this.settings = settings;
        this.node = node;
    }

    /// @param database gives us a name that no other node has
    static PostgresNews of(StoreSettings.Postgres settings, DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var made = statement.executeQuery("SELECT gen_random_uuid()")) {
            made.next();
            var news = new PostgresNews(settings, made.getString(1) + " ");
            connection.commit();
            return news;
        } catch (SQLException failure) {
            throw new DataAccessException("The database failed: " + failure.getMessage(), failure);
        }
    }

    /// Others are told when this transaction commits, and not at all when it does not.
    void tell(Connection within, Set<PageId> published, boolean announced) throws SQLException {
        var words = new ArrayList<>(published.stream().map(PageId::value).toList());
        if (announced) {
            words.add(ANNOUNCED);
        }
        try (var statement = within.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (var word : words) {
                statement.setString(1, CHANNEL);
                statement.setString(2, node + word);
                statement.execute();
            }
        }
    }

    /// @param told what other nodes committed; returns at once
    synchronized void onNews(CommitListener told) {
        if (listener == null) {
            listener = told;
            listening.start();
        }
    }

    private void listen() {
        var isAway = false;
        while (!closed) {
            try (var own = open()) {
                connection = own;
                if (isAway) {
                    LOG.log(Level.INFO, "hearing from other nodes at once again");
                    isAway = false;
                }
                hear(own);
            } catch (SQLException lost) {
                if (!closed && !isAway) {
                    isAway = true;
                    LOG.log(
                            Level.WARNING,
                            "lost the connection on which other nodes are heard: they are looked after each second"
                                    + " until it is back ({0})",
                            lost.getMessage());
                }
                pause();
            }
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("ApplicationName", "Allclear news");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", Long.toString(PATIENCE.toSeconds() * 2));
        return DriverManager.getConnection(settings.url(), properties);
    }

    private void hear(Connection own) throws SQLException {
        try (var statement = own.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
            while (!closed) {
                var heard = own.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
                if (heard == null || heard.length == 0) {
                    // Whether anybody is there at all: a server that vanished says nothing either.
                    statement.execute("SELECT 1");
                } else {
                    pass(List.of(heard));
                }
            }
        }
    }

    private void pass(List<PGNotification> heard) {
        var foreign = heard.stream()
                .map(PGNotification::getParameter)
                .filter(said -> !said.startsWith(node))
                .map(said -> said.substring(said.indexOf(' ') + 1))
                .distinct()
                .toList();
        var told = listener;
        if (told == null || foreign.isEmpty()) {
            return;
        }
        var pages = foreign.stream().filter(word -> !word.equals(ANNOUNCED)).map(PageId::new);
        told.committed(pages.collect(Collectors.toSet()), foreign.contains(ANNOUNCED));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        var own = connection;
        if (own != null) {
            try {
                own.abort(Runnable::run);
            } catch (SQLException gone) {
                // It is what we wanted.
            }
        }
        listening.interrupt();
    }
}
