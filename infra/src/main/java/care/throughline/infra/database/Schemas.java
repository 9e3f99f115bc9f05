package care.throughline.infra.database;

import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings every schema up to date at start: one folder of migrations and one history per concern. */
public final class Schemas {

    private static final List<String> CONCERNS = List.of("processing", "store", "vault", "command", "ledger");

    private Schemas() {}

    /** Migrates all concerns as the owner; harmless when they are up to date.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed after it ran
     */
    public static void migrate(Database database) {
        for (String concern : CONCERNS) {
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("classpath:db/" + concern)
                    .schemas(concern)
                    .defaultSchema(concern)
                    .load()
                    .migrate();
        }
    }
}
