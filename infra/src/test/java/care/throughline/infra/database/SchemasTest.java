package care.throughline.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.testing.PostgresForTests;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemasTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.empty();

    @Test
    void histories_are_looked_into_only_when_there_are_other_migrations() {
        Database database = new Database(POSTGRES.url(), "postgres", null);
        JdbcClient db = JdbcClient.create(POSTGRES.owner());
        Schemas.migrate(database);
        db.sql("update ledger.flyway_schema_history set checksum = 1 where version = '1'")
                .update();
        Schemas.migrate(database);
        assertThat(note(db)).isNotBlank();
        db.sql("comment on schema processing is 'complete with migrations of another release'")
                .update();
        assertThatThrownBy(() -> Schemas.migrate(database)).isInstanceOf(FlywayException.class);
        assertThat(note(db)).endsWith("of another release");
    }

    private static String note(JdbcClient db) {
        return db.sql("select obj_description('processing'::regnamespace, 'pg_namespace')")
                .query(String.class)
                .single();
    }
}
