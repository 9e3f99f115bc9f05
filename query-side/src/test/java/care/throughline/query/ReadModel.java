package care.throughline.query;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventNames;
import care.throughline.events.Sensitivity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One read model on a real PostgreSQL, in a database of its own, fed with events by hand. */
public final class ReadModel implements AutoCloseable {

    private static final String ENVELOPE = "envelope";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Databases that nobody uses at the moment: to empty one is quicker than to make one and to remove its files. */
    private static final Queue<String> FREE = new ConcurrentLinkedQueue<>();

    private static @Nullable EmbeddedPostgres postgres;

    private final String database;
    private final SingleConnectionDataSource connection;
    private final JdbcClient db;
    private final Projection projection;
    private final AnnotationEventHandlerAdapter handlers;
    private long position;

    private ReadModel(
            String database,
            SingleConnectionDataSource connection,
            Function<JdbcClient, ? extends Projection> projection) {
        this.database = database;
        this.connection = connection;
        this.db = JdbcClient.create(connection);
        this.projection = projection.apply(db);
        this.handlers = new AnnotationEventHandlerAdapter(
                this.projection,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(ReadModel.class), new EnvelopeParameter()));
        db.sql("create schema " + this.projection.name()).update();
        db.sql("set search_path to " + this.projection.name()).update();
        db.sql(this.projection.ddl()).update();
    }

    /** An empty read model, created by its own DDL in the schema of its name. */
    public static ReadModel of(Function<JdbcClient, ? extends Projection> projection) {
        try {
            String free = FREE.poll();
            String database = free == null ? created() : free;
            Connection own = postgres().getDatabase("postgres", database).getConnection();
            return new ReadModel(database, new SingleConnectionDataSource(own, true), projection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String created() throws SQLException {
        String database = "readmodel" + DATABASES.incrementAndGet();
        try (Connection admin = postgres().getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + database);
        }
        return database;
    }

    public JdbcClient db() {
        return db;
    }

    /** Applies events recorded one after the other, each at the moment when it happened, by the desk. */
    public ReadModel told(DomainEvent... events) {
        for (DomainEvent event : events) {
            told(event, event.occurredAt());
        }
        return this;
    }

    /** Applies one event recorded at this moment, started by a request of its own. */
    public ReadModel told(DomainEvent event, Instant recordedAt) {
        return told(event, recordedAt, "desk", "request-" + (position + 1));
    }

    /** Applies one event that came from this source and was started by this message. */
    public ReadModel told(DomainEvent event, Instant recordedAt, String source, String correlationId) {
        return told(event, recordedAt, source, correlationId, Set.of());
    }

    /** Applies one event that was labelled so when it was written. */
    public ReadModel told(DomainEvent event, Set<Sensitivity> labels) {
        return told(event, event.occurredAt(), "desk", "request-" + (position + 1), labels);
    }

    private ReadModel told(
            DomainEvent event, Instant recordedAt, String source, String correlationId, Set<Sensitivity> labels) {
        position++;
        Envelope envelope = new Envelope(
                position,
                "event-" + position,
                EventNames.of(event.getClass()).value(),
                EventNames.of(event.getClass()).version(),
                "aggregate",
                recordedAt,
                "alice",
                "COORDINATOR",
                "TREAT",
                source,
                correlationId,
                "command",
                labels);
        try {
            handlers.handle(new GenericEventMessage<>(event, Map.of(ENVELOPE, envelope)));
        } catch (Exception e) {
            throw new IllegalStateException("handling " + envelope.name() + " failed", e);
        }
        return this;
    }

    /** All rows of a table as text, in a stable order. */
    public List<String> rows(String table) {
        return db.sql("select t::text from " + projection.name() + "." + table + " t order by t::text")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        db.sql("reset search_path").update();
        db.sql("""
                select quote_ident(nspname) from pg_namespace
                where nspname <> 'public' and nspname <> 'information_schema' and nspname not like 'pg\\_%'
                """)
                .query(String.class)
                .list()
                .forEach(schema -> db.sql("drop schema " + schema + " cascade").update());
        connection.destroy();
        FREE.add(database);
    }

    private static synchronized EmbeddedPostgres postgres() {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            postgres = running;
        }
        return running;
    }

    private static final class EnvelopeParameter implements ParameterResolverFactory {
        @Override
        public @Nullable ParameterResolver<Envelope> createInstance(
                Executable executable, Parameter[] parameters, int parameterIndex) {
            if (parameters[parameterIndex].getType() != Envelope.class) {
                return null;
            }
            return new ParameterResolver<>() {
                @Override
                public Envelope resolveParameterValue(Message<?> message) {
                    return (Envelope)
                            Objects.requireNonNull(message.getMetaData().get(ENVELOPE));
                }

                @Override
                public boolean matches(Message<?> message) {
                    return message.getMetaData().containsKey(ENVELOPE);
                }
            };
        }
    }
}
