package care.throughline.infra.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose commits can be delayed, or lost before or after they reach the server. */
final class FaultyDataSource extends DelegatingDataSource {

    /** What befalls a commit. */
    interface Fault {

        void aroundCommit(Connection real) throws SQLException;
    }

    private volatile Fault fault = Connection::commit;
    private volatile boolean away;

    FaultyDataSource(DataSource real) {
        super(real);
    }

    /** From the next commit on. */
    void commitsMeet(Fault next) {
        fault = next;
    }

    /** The next commit only. */
    void nextCommitMeets(Fault next) {
        fault = real -> {
            fault = Connection::commit;
            next.aroundCommit(real);
        };
    }

    /** From now on nobody gets a connection. */
    void goAway() {
        away = true;
    }

    static SQLException connectionLost() {
        return new SQLException("the connection was lost", "08006");
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw connectionLost();
        }
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Handler(real));
    }

    private final class Handler implements InvocationHandler {

        private final Connection real;

        Handler(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                fault.aroundCommit(real);
                return null;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }
}
