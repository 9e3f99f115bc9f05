package care.throughline.infra.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedTablesTest {

    private static final NamedTables TABLES = new NamedTables("""
            create table person (patient_id text primary key);
            create index on person (patient_id);
            -- Why it is there.
            create table stay (stay_id text primary key);
            """, "past_1_patients");

    @Test
    void tables_are_named_with_their_schema_wherever_a_statement_reads_or_writes_them() {
        assertThat(TABLES.in("insert into person (patient_id) values (?) on conflict do nothing"))
                .isEqualTo("insert into past_1_patients.person (patient_id) values (?) on conflict do nothing");
        assertThat(TABLES.in("update stay s set x = 1 from person p join stay t using (stay_id)"))
                .isEqualTo("update past_1_patients.stay s set x = 1 from past_1_patients.person p"
                        + " join past_1_patients.stay t using (stay_id)");
        assertThat(TABLES.in("delete from stay")).isEqualTo("delete from past_1_patients.stay");
    }

    @Test
    void what_is_called_alike_stays_as_it_is() {
        for (String statement : new String[] {
            "select person.name from personal",
            "select * from patients.person",
            "where name is distinct from person.name",
            "on conflict (stay_id) do update set stay = excluded.stay"
        }) {
            assertThat(TABLES.in(statement)).isEqualTo(statement);
        }
    }
}
