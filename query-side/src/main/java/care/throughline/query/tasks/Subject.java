package care.throughline.query.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is, told to whoever has accepted; what is not known is empty.
 *
 * @param sex as HL7 table 0001 says it
 * @param language a BCP 47 tag
 */
public record Subject(
        String family,
        String given,
        @Nullable LocalDate born,
        String sex,
        String street,
        String city,
        String state,
        String zip,
        String phone,
        String language) {

    static Subject of(ResultSet row, int number) throws SQLException {
        return new Subject(
                text(row, "family"),
                text(row, "given"),
                row.getObject("birth_date", LocalDate.class),
                text(row, "sex"),
                text(row, "street"),
                text(row, "city"),
                text(row, "state"),
                text(row, "zip"),
                text(row, "phone"),
                text(row, "language"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
