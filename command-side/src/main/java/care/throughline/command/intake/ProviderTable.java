package care.throughline.command.intake;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps providers in PostgreSQL, table {@code command.provider}. */
public final class ProviderTable implements Providers {

    private final JdbcClient jdbc;

    /** Writes with connections of this source. */
    public ProviderTable(DataSource writers) {
        this.jdbc = JdbcClient.create(writers);
    }

    @Override
    public void keep(List<Provider> providers) {
        providers.forEach(provider -> jdbc.sql("""
                insert into command.provider (kind, system, value, name) values (:kind, :system, :value, :name)
                on conflict (kind, system, value) do update set name = excluded.name
                """).paramSource(provider).update());
    }

    @Override
    public boolean knows(String kind, String system, String value) {
        return jdbc
                .sql("select 1 from command.provider where kind = ? and system = ? and value = ?")
                .params(kind, system, value)
                .query()
                .singleColumn()
                .stream()
                .findAny()
                .isPresent();
    }
}
