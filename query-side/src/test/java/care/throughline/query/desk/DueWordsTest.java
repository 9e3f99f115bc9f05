package care.throughline.query.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({"-37,37 days late", "-1,1 day late", "0,Today", "1,Tomorrow", "2,In 2 days"})
    void what_is_due_says_how_late_or_how_soon(int days, String words) {
        assertThat(DueWords.urgency(TODAY.plusDays(days), TODAY)).isEqualTo(words);
    }
}
