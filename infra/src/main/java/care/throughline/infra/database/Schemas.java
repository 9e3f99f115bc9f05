package care.throughline.infra.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings every schema up to date at start: one folder of migrations and one history per concern. */
public final class Schemas {

    private static final List<String> CONCERNS = List.of("processing", "store", "vault", "command", "ledger");

    private static final String NOTED = "select obj_description(to_regnamespace('processing'), 'pg_namespace')";

    private Schemas() {}

    /** Migrates all concerns as the owner. Which migrations were complete is noted beside the tables, so that histories are
     * only looked into when there are others, which is most of what an up-to-date start would cost.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed after it ran
     */
    public static void migrate(Database database) {
        JdbcClient owner = JdbcClient.create(database.owner());
        String complete = "complete with migrations " + fingerprint();
        if (complete.equals(owner.sql(NOTED).query(String.class).optional().orElse(""))) {
            return;
        }
        for (String concern : CONCERNS) {
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("classpath:db/" + concern)
                    .schemas(concern)
                    .defaultSchema(concern)
                    .load()
                    .migrate();
        }
        owner.sql("comment on schema processing is '" + complete + "'").update();
    }

    /** Changes with every migration that is added, removed or changed. */
    private static String fingerprint() {
        CRC32 sum = new CRC32();
        try {
            for (Resource migration : migrations()) {
                sum.update(String.valueOf(migration.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(migration.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the migrations cannot be read", unreadable);
        }
        return "%08x".formatted(sum.getValue());
    }

    private static List<Resource> migrations() throws IOException {
        List<Resource> migrations = new ArrayList<>();
        for (String concern : CONCERNS) {
            List<Resource> own = List.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/" + concern + "/*.sql"));
            own.stream()
                    .sorted(Comparator.comparing(migration -> String.valueOf(migration.getFilename())))
                    .forEach(migrations::add);
        }
        return migrations;
    }
}
