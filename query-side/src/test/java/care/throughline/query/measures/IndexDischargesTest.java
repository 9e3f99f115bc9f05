package care.throughline.query.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayPicture.Status;
import care.throughline.query.measures.IndexDischarges.IndexDischarge;
import care.throughline.query.measures.IndexDischarges.Stay;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexDischargesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final IndexDischarges definition = new IndexDischarges(NEW_YORK);

    @Test
    void an_inpatient_discharge_home_is_an_index_discharge_with_its_receipt() {
        List<IndexDischarge> found =
                definition.of(List.of(stay("A").out("2026-10-05T10:00", "01").build()));

        assertThat(found).singleElement().satisfies(index -> {
            assertThat(index.dischargeDate()).hasToString("2026-10-05");
            assertThat(index.counts()).isFalse();
            assertThat(index.receipt()).isNotEmpty();
        });
    }

    @Test
    void day_30_counts_and_day_31_does_not() {
        Stay first = stay("A").out("2026-10-05T10:00", "01").build();

        assertThat(counting(first, stay("B").in("2026-11-04T23:59").build())).isEqualTo(1);
        assertThat(counting(first, stay("B").in("2026-11-05T00:01").build())).isZero();
    }

    @Test
    void an_elective_admission_is_a_pair_but_does_not_count() {
        Stay first = stay("A").out("2026-10-05T10:00", "01").build();
        Stay planned = stay("B").in("2026-10-20T10:00").type("C").build();

        assertThat(definition.of(List.of(first, planned)).getFirst())
                .satisfies(index -> assertThat(index.readmission()).isEqualTo("B"))
                .satisfies(index -> assertThat(index.counts()).isFalse());
    }

    @Test
    void death_and_hospice_are_no_index_discharges_but_a_nursing_facility_and_against_advice_are() {
        assertThat(indexed("20", "41", "50", "51")).isZero();
        assertThat(indexed("01", "03", "07")).isEqualTo(3);
    }

    @Test
    void a_transfer_to_another_hospital_by_the_next_day_is_one_episode() {
        Stay first = stay("A").out("2026-10-05T23:00", "02").build();
        Stay elsewhere = stay("B")
                .at("LKSHR")
                .in("2026-10-06T01:00")
                .out("2026-10-09T10:00", "01")
                .build();

        assertThat(definition.of(List.of(first, elsewhere)))
                .extracting(IndexDischarge::stay)
                .containsExactly("B");
    }

    @Test
    void a_transfer_code_without_an_admission_elsewhere_stays_an_index_discharge() {
        Stay first = stay("A").out("2026-10-05T23:00", "02").build();
        Stay late = stay("B").at("LKSHR").in("2026-10-08T01:00").build();

        assertThat(definition.of(List.of(first, late)).getFirst().counts()).isTrue();
    }

    @Test
    void one_discharge_told_by_two_facilities_counts_once_and_is_not_its_own_readmission() {
        Stay first =
                stay("A").in("2026-10-01T10:00").out("2026-10-05T10:00", "01").build();
        Stay same = stay("B")
                .at("LKSHR")
                .in("2026-10-03T10:00")
                .out("2026-10-05T12:00", "01")
                .build();
        Stay back = stay("C").in("2026-10-15T10:00").build();

        assertThat(definition.of(List.of(back, same, first))).singleElement().satisfies(index -> {
            assertThat(index.stay()).isEqualTo("A");
            assertThat(index.readmission()).isEqualTo("C");
        });
    }

    @Test
    void only_inpatient_stays_that_happened_count() {
        Stay emergency =
                stay("A").ofClass(StayClass.EMER).out("2026-10-05T10:00", "01").build();
        Stay cancelled =
                stay("B").status(Status.CANCELLED).out("2026-10-06T10:00", "01").build();

        assertThat(definition.of(List.of(emergency, cancelled))).isEmpty();
    }

    @Test
    void the_order_in_which_stays_are_given_does_not_matter() {
        List<Stay> stays = Arrays.asList(
                stay("A").in("2026-10-01T10:00").out("2026-10-05T10:00", "01").build(),
                stay("B").in("2026-10-09T10:00").out("2026-10-12T10:00", "01").build(),
                stay("C").in("2026-10-20T10:00").build());
        List<IndexDischarge> inOrder = definition.of(stays);
        Collections.reverse(stays);

        assertThat(definition.of(stays)).isEqualTo(inOrder).hasSize(2);
    }

    private long counting(Stay... stays) {
        return definition.of(Arrays.asList(stays)).stream()
                .filter(IndexDischarge::counts)
                .count();
    }

    private long indexed(String... dispositions) {
        return Arrays.stream(dispositions)
                .map(code -> stay("A").out("2026-10-05T10:00", code).build())
                .mapToLong(stay -> definition.of(List.of(stay)).size())
                .sum();
    }

    private static History stay(String name) {
        return new History(name);
    }

    /** A stay in the words of a history. */
    private static final class History {
        private final String name;
        private String facility = "RVBND";
        private StayClass stayClass = StayClass.IMP;
        private Status status = Status.IN_HOUSE;
        private String admitted = "2026-10-01T10:00";
        private @Nullable String discharged;
        private @Nullable String disposition;
        private String type = "E";

        History(String name) {
            this.name = name;
        }

        History at(String code) {
            facility = code;
            return this;
        }

        History in(String time) {
            admitted = time;
            return this;
        }

        History out(String time, String code) {
            discharged = time;
            disposition = code;
            status = status == Status.CANCELLED ? status : Status.DISCHARGED;
            return this;
        }

        History type(String code) {
            type = code;
            return this;
        }

        History ofClass(StayClass other) {
            stayClass = other;
            return this;
        }

        History status(Status other) {
            status = other;
            return this;
        }

        Stay build() {
            String end = discharged;
            return new Stay(
                    name,
                    facility,
                    stayClass,
                    status,
                    LocalDateTime.parse(admitted).atZone(NEW_YORK).toInstant(),
                    end == null
                            ? null
                            : LocalDateTime.parse(end).atZone(NEW_YORK).toInstant(),
                    disposition,
                    type,
                    List.of((long) name.charAt(0)));
        }
    }
}
