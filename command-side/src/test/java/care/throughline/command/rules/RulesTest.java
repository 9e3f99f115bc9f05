package care.throughline.command.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Lace;
import care.throughline.samples.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-02");

    private final Rules rules = Rules.us2026();

    @Test
    void the_holidays_of_2026_are_those_of_the_federal_government_as_observed() {
        assertThat(rules.holidays(2026))
                .isEqualTo(days(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25"));
    }

    @Test
    void a_new_years_day_on_a_saturday_is_observed_in_the_old_year() {
        assertThat(rules.holidays(2027)).contains(LocalDate.parse("2027-12-31"));
        assertThat(rules.holidays(2028)).doesNotContain(LocalDate.parse("2028-01-01"));
    }

    @Test
    void the_contact_is_due_on_the_second_business_day_across_a_weekend_and_a_holiday() {
        assertThat(clocks("2026-10-02").contactDue()).isEqualTo("2026-10-06");
        assertThat(clocks("2026-10-08").contactDue()).isEqualTo("2026-10-13");
        assertThat(clocks("2026-11-10").contactDue()).isEqualTo("2026-11-13");
        assertThat(clocks("2026-12-31").contactDue()).isEqualTo("2027-01-05");
    }

    @Test
    void visits_are_due_after_7_and_14_days_and_the_discharge_day_is_the_first_of_30() {
        Clocks clocks = clocks("2026-10-02");
        assertThat(clocks.visit7Due()).isEqualTo("2026-10-09");
        assertThat(clocks.visit14Due()).isEqualTo("2026-10-16");
        assertThat(clocks.windowEnd()).isEqualTo("2026-10-31");
        assertThat(clocks.rule().version()).isEqualTo("us-2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "04", "06", "07"})
    void a_discharge_home_or_the_like_opens_a_transition(String code) {
        assertThat(rules.opens(new Disposition(code), DAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "20", "50", "51"})
    void a_discharge_to_care_by_others_or_a_death_opens_none(String code) {
        assertThat(rules.opens(new Disposition(code), DAY)).isFalse();
    }

    @Test
    void a_discharge_to_who_knows_where_opens_a_transition_but_only_of_a_stay_in_a_bed() {
        assertThat(rules.opens(null, DAY)).isTrue();
        assertThat(rules.followsUp(StayClass.IMP, DAY)).isTrue();
        assertThat(rules.followsUp(StayClass.OBS, DAY)).isTrue();
        assertThat(rules.followsUp(StayClass.EMER, DAY)).isFalse();
        assertThat(rules.followsUp(StayClass.AMB, DAY)).isFalse();
    }

    @Test
    void all_known_lace_cases_score_as_expected() {
        LaceRule rule = new RulesTestPack().lace();
        List<String> cases = new String(Fixtures.found().bytes("expected/lace.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(cases).hasSizeGreaterThan(12);
        cases.stream().skip(1).map(line -> line.split(",")).forEach(row -> {
            Lace lace = rule.score(
                    Integer.parseInt(row[1]), row[2].equals("yes"), Integer.parseInt(row[3]), Integer.parseInt(row[4]));
            assertThat(lace.score()).as(row[0]).isEqualTo(Integer.parseInt(row[9]));
            assertThat(lace.band().name().toLowerCase(Locale.ROOT)).as(row[0]).isEqualTo(row[10]);
        });
    }

    @Test
    void of_a_mild_and_a_severe_form_only_the_severe_counts() {
        LaceRule rule = new RulesTestPack().lace();
        assertThat(charlson(rule, "E11.9")).isEqualTo(1);
        assertThat(charlson(rule, "E11.9", "E11.22")).isEqualTo(2);
        assertThat(charlson(rule, "N18.2", "N18.6")).isEqualTo(4);
        assertThat(charlson(rule, "C50.911", "C78.00")).isEqualTo(6);
        assertThat(charlson(rule, "I50.9", "J44.9", "F03.90")).isEqualTo(7);
        assertThat(charlson(rule, "Z00.00")).isZero();
    }

    @Test
    void a_pack_with_a_fault_is_refused_with_a_sentence_that_names_it() {
        assertThatThrownBy(() -> read("pack: broken\nopening: []\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rules/broken.yaml");
        String text = new RulesTestPack().text();
        assertThatThrownBy(() -> read(text.replace("visitDaysModerate: 14", "visitDaysModerate: 5")))
                .hasMessage(
                        "rules/broken.yaml: clocks 'tcm-clocks': visitDaysModerate must not be less than visitDaysHigh");
        assertThatThrownBy(() -> read(text.replace("    calendar: us-federal\n", "")))
                .hasMessage("rules/broken.yaml: clocks 'tcm-clocks': calendar is missing");
        assertThatThrownBy(() -> read(text.replace("windowDays: 30", "windowDays: 30\n    windowDys: 3")))
                .hasMessageContaining("windowDys");
        assertThatThrownBy(() -> read(text.replace("dispositions: [\"02\"]", "dispositions: [2]")))
                .hasMessageContaining("disposition '2' is no UB-04 code of two digits");
    }

    private Clocks clocks(String day) {
        return rules.clocks(LocalDate.parse(day)).orElseThrow();
    }

    private static int charlson(LaceRule rule, String... codes) {
        return rule.charlson(rule.groupsOf(List.of(codes)));
    }

    private static void read(String yaml) {
        Rules.read("rules/broken.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<LocalDate> days(String... days) {
        return Set.of(days).stream().map(LocalDate::parse).collect(Collectors.toSet());
    }
}
