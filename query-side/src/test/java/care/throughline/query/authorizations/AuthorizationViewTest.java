package care.throughline.query.authorizations;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Wait;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Names;
import care.throughline.query.desk.DueWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationViewTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Names NOBODY = new Names() {
        @Override
        public String facility(FacilityCode code) {
            return code.value();
        }

        @Override
        public String staff(StaffId account) {
            return account.value();
        }

        @Override
        public List<StaffId> coordinators() {
            return List.of();
        }
    };

    @ParameterizedTest
    @CsvSource({
        "2026-08-09, 105 days late, 105 days late",
        "2026-11-18, 4 days late, 4 days late",
        "2026-11-22, 15 hours left, Today",
        "2026-11-26, 4 days left, In 4 days"
    })
    void days_are_counted_as_the_desk_counts_them(LocalDate by, String left, String urgency) {
        Instant nine = LocalDate.of(2026, 11, 22).atTime(9, 0).atZone(NEW_YORK).toInstant();
        AuthorizationView view = new AuthorizationView(nine, NEW_YORK, NOBODY);

        assertThat(view.left(dueBy(by))).isEqualTo(left);
        assertThat(DueWords.urgency(by, view.today())).isEqualTo(urgency);
    }

    private static Authorization dueBy(LocalDate day) {
        Instant before = day.plusDays(1).atStartOfDay(NEW_YORK).toInstant();
        return new Authorization(
                "aut_1",
                "pat_1",
                "pat_1",
                "Alvarez",
                "Fatima",
                "",
                null,
                Specialty.PHYSICAL_THERAPY,
                null,
                Program.COMMERCIAL,
                Priority.STANDARD,
                12,
                AuthorizationStatus.APPROVED,
                Instant.EPOCH,
                Wait.USE,
                day,
                before,
                null,
                List.of(),
                List.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                0,
                List.of());
    }
}
