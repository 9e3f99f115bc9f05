package care.throughline.infra.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every table of every schema, in the planner's statistics, in the statements of every connection, and in files, in every spelling of bytes. */
public final class Everywhere {

    private final JdbcClient owner;

    public Everywhere(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /** Where any of these words stands in a table: {@code schema.table: word}. */
    public List<String> inTables(List<String> words) {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            for (String row : owner.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()) {
                found.addAll(in(table, row, words));
            }
        }
        owner.sql("""
                select schemaname || '.' || tablename || '.' || attname || ' '
                       || coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '')
                from pg_stats where schemaname not in ('pg_catalog', 'information_schema')
                """).query(String.class).list().forEach(row -> found.addAll(in("pg_stats", row, words)));
        owner.sql("select coalesce(query, '') from pg_stat_activity")
                .query(String.class)
                .list()
                .forEach(statement -> found.addAll(in("pg_stat_activity", statement, words)));
        return found;
    }

    /** Where any of these words stands in a file below the folder. */
    static List<String> inFiles(Path folder, List<String> words) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(file.toString(), content(file), words).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in which the rows of this table lie today. */
    Path fileOf(String table) {
        owner.sql("checkpoint").update();
        String folder = owner.sql("select current_setting('data_directory')")
                .query(String.class)
                .single();
        return Path.of(folder)
                .resolve(owner.sql("select pg_relation_filepath(cast(? as regclass))")
                        .param(table)
                        .query(String.class)
                        .single());
    }

    List<String> tables() {
        return owner.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') order by 1
                """).query(String.class).list();
    }

    static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    static List<String> in(String place, String text, List<String> words) {
        return words.stream()
                .filter(word -> spellings(word).anyMatch(text::contains))
                .map(word -> place + ": " + word)
                .toList();
    }

    private static Stream<String> spellings(String word) {
        byte[] bytes = word.getBytes(UTF_8);
        return Stream.of(
                word,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
