package care.throughline.infra.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes batches of appends, each batch in one transaction on a connection of its own. Used by one thread. */
final class BatchWriter implements AutoCloseable {

    /** A node that freezes inside its turn is cut off after five seconds, so that the others go on. */
    private static final String SESSION = """
            set synchronous_commit = on;
            set lock_timeout = '5s';
            set idle_in_transaction_session_timeout = '5s'
            """;

    private static final int NETWORK_TIMEOUT_MILLIS = 15_000;
    private static final Executor AT_ONCE = Runnable::run;

    private final DataSource dataSource;
    private @Nullable Connection connection;

    BatchWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores what can be stored of the batch and commits once.
     *
     * @throws NothingCommitted if the database could not be reached, or did not give us our turn
     * @throws CommitInDoubt if the connection was lost during the commit
     */
    List<Verdict> write(List<Append> batch) throws NothingCommitted, CommitInDoubt {
        Connection open;
        List<Verdict> verdicts;
        try {
            open = open();
            verdicts = insert(open, batch);
        } catch (SQLException e) {
            abandon();
            throw new NothingCommitted(e);
        }
        try {
            open.commit();
            return verdicts;
        } catch (SQLException e) {
            abandon();
            throw new CommitInDoubt(verdicts, e);
        }
    }

    /**
     * Looks whether a doubtful batch is in. Taking the lock first makes the answer final: the lost transaction held it, so
     * it has ended by now, and it will not be committed later.
     */
    boolean isCommitted(List<Verdict> ifCommitted) throws NothingCommitted {
        List<Verdict.Stored> stored = ifCommitted.stream()
                .filter(Verdict.Stored.class::isInstance)
                .map(Verdict.Stored.class::cast)
                .toList();
        if (stored.isEmpty()) {
            return true;
        }
        try {
            Connection open = open();
            boolean found = find(open, stored.get(0));
            open.rollback();
            return found;
        } catch (SQLException e) {
            abandon();
            throw new NothingCommitted(e);
        }
    }

    private static boolean find(Connection open, Verdict.Stored stored) throws SQLException {
        try (Statement lock = open.createStatement();
                PreparedStatement look = open.prepareStatement("select from store.event where event_id = ?")) {
            lock.execute("select pg_advisory_xact_lock(" + EventInsert.LOCK + ")");
            look.setObject(1, stored.append().events().get(0).id());
            try (ResultSet row = look.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<Verdict> insert(Connection open, List<Append> batch) throws SQLException {
        try {
            return stored(batch, EventInsert.run(open, eventsOf(batch)));
        } catch (SQLException e) {
            if (Refusal.isOfTheConnection(e)) {
                throw e;
            }
            open.rollback();
            return insertOneByOne(open, batch);
        }
    }

    private static List<NewEvent> eventsOf(List<Append> batch) {
        return batch.stream().flatMap(append -> append.events().stream()).toList();
    }

    private static List<Verdict> stored(List<Append> batch, long firstPosition) {
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        long next = firstPosition;
        for (Append append : batch) {
            next += append.events().size();
            verdicts.add(new Verdict.Stored(append, next - 1));
        }
        return verdicts;
    }

    /** The slow way, taken when something in the batch is refused: a savepoint each, so that only the culprit fails. */
    private static List<Verdict> insertOneByOne(Connection open, List<Append> batch) throws SQLException {
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        for (Append append : batch) {
            Savepoint before = open.setSavepoint();
            try {
                verdicts.addAll(stored(List.of(append), EventInsert.run(open, append.events())));
                open.releaseSavepoint(before);
            } catch (SQLException e) {
                if (Refusal.isOfTheConnection(e)) {
                    throw e;
                }
                open.rollback(before);
                verdicts.add(new Verdict.Refused(append, Refusal.of(open, append, e)));
            }
        }
        return verdicts;
    }

    private Connection open() throws SQLException {
        if (connection == null) {
            Connection fresh = dataSource.getConnection();
            connection = fresh;
            fresh.setNetworkTimeout(AT_ONCE, NETWORK_TIMEOUT_MILLIS);
            fresh.setAutoCommit(true);
            try (Statement session = fresh.createStatement()) {
                session.execute(SESSION);
            }
            fresh.setAutoCommit(false);
            return fresh;
        }
        return connection;
    }

    /** Gives up a connection in an unknown state, in a way that no pool hands it to anybody else. */
    void abandon() {
        Connection lost = connection;
        connection = null;
        if (lost != null) {
            try (lost) {
                lost.abort(AT_ONCE);
            } catch (SQLException e) {
                // it was broken before; there is nothing left to give up
            }
        }
    }

    @Override
    public void close() {
        Connection done = connection;
        connection = null;
        if (done == null) {
            return;
        }
        try (done;
                Statement session = done.createStatement()) {
            done.rollback();
            done.setAutoCommit(true);
            session.execute("reset all");
            done.setNetworkTimeout(AT_ONCE, 0);
        } catch (SQLException e) {
            // the connection is going away either way
        }
    }
}
