package care.throughline.infra.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the event store and their grants. */
public final class StoreSchema {

    /** The schema that holds the events; its owner migrates it, the application only adds and reads. */
    public static final String NAME = "store";

    private StoreSchema() {}

    /** Brings the schema up to date, as its owner; harmless when it is.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed after it ran
     */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/store")
                .schemas(NAME)
                .defaultSchema(NAME)
                .load()
                .migrate();
    }
}
