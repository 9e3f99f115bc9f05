package care.throughline.infra.projections;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections for one look at a time, whose statements are read otherwise while a projection uses them. */
final class PastPlace extends DelegatingDataSource {

    private volatile UnaryOperator<String> reading = UnaryOperator.identity();

    PastPlace(DataSource connections) {
        super(connections);
    }

    /** While the work is done, every statement is what this makes of it. */
    void reading(UnaryOperator<String> statements, Runnable work) {
        reading = statements;
        try {
            work.run();
        } finally {
            reading = UnaryOperator.identity();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                PastPlace.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = reading.apply((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
