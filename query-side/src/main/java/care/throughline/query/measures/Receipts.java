package care.throughline.query.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Positions of the events behind a number, between rows and values. */
final class Receipts {

    private Receipts() {}

    static List<Long> of(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }
}
