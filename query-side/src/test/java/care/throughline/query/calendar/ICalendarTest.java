package care.throughline.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.query.calendar.Feeds.Held;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-10-30T12:00:00Z");

    @Test
    void nine_in_the_morning_is_nine_before_and_after_the_clocks_change() {
        assertThat(file(LocalDate.of(2026, 10, 31))).contains("DTSTART:20261031T130000Z");
        assertThat(file(LocalDate.of(2026, 11, 1))).contains("DTSTART:20261101T140000Z");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_unfolded_they_read_as_written() {
        String file = file(LocalDate.of(2026, 11, 20));
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n ", ""))
                .contains("\r\nURL:https://throughline.example.org/calendar/appointments/apt_trn-" + "x".repeat(52));
    }

    @Test
    void it_names_nobody_and_nothing_that_an_appointment_is_for() {
        String file = file(LocalDate.of(2026, 11, 20)).replace("\r\n ", "");
        assertThat(file.lines().filter(line -> line.startsWith("SUMMARY")))
                .containsExactly("SUMMARY:Appointment (not confirmed)");
        assertThat(file).doesNotContain("pat_").doesNotContain("LOCATION").doesNotContain("DESCRIPTION");
    }

    private static String file(LocalDate day) {
        Instant startsAt = day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
        Held held = new Held(
                "apt_trn-" + "x".repeat(52),
                "pat_a",
                "pat_a",
                startsAt,
                startsAt.plusSeconds(1800),
                Stage.BOOKED,
                false,
                7);
        return ICalendar.of(List.of(held), "https://throughline.example.org", NOW);
    }
}
