package care.throughline.command.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.News;
import care.throughline.command.intake.News.Life;
import care.throughline.command.intake.News.Visit;
import care.throughline.command.intake.Reading;
import care.throughline.events.Sensitivity;
import care.throughline.events.intake.IntakeEvent.Answer;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.samples.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdtReaderTest {

    private static final String RIVERBEND =
            "MSH|^~\\&|RIVERADT|RVBND|CARECOORD|CLINIC|20261016083633||ADT^%s|1|P|2.5.1|||||USA|UNICODE UTF-8\r"
                    + "EVN||%s|||REG43|%s\r"
                    + "PID|1||E1^^^BAYHIE&2.16.840.1.113883.19.4.900&ISO^PI~7^^^RVBND^MR~999^^^USSSA^SS||%s\r"
                    + "PV1|1|%s\r";

    private final AdtReader reader = new AdtReader(
            Facilities.read(new ByteArrayInputStream(Fixtures.found().bytes("hl7/facilities.json"))));

    @Test
    void every_message_of_the_feed_is_understood() {
        assertThat(Fixtures.found().feed())
                .hasSize(Fixtures.found()
                        .json("expected/adt_truth.json")
                        .get("summary")
                        .get("messages")
                        .asInt())
                .allSatisfy(message -> assertThat(reader.read(message)).isInstanceOf(Reading.Understood.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "D", "T^A", "", "p"})
    void what_is_not_said_to_be_production_is_refused_whole(String processing) {
        String message = RIVERBEND.formatted("A31", "20261016083600", "", "A", "N");
        assertThat(reader.read(
                        message.replace("|1|P|", "|1|" + processing + "|").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                    assertThat(refused.refusal().reason()).isEqualTo("not-production");
                    assertThat(refused.refusal().answer()).isEqualTo(Answer.AR);
                });
    }

    @Test
    void production_is_production_in_every_mode_of_processing() {
        String message = RIVERBEND.formatted("A31", "20261016083600", "", "A", "N");
        assertThat(reader.read(message.replace("|1|P|", "|1|P^T|").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void what_a_sender_marks_as_of_drug_treatment_is_labelled_whoever_sends_it() {
        assertThat(labels("")).isEmpty();
        assertThat(labels("ARV|1|A|VIP\r")).as("another restriction").isEmpty();
        assertThat(labels("ARV|1|D|DRG\r"))
                .as("a restriction that is taken off")
                .isEmpty();
        assertThat(labels("ARV|1|A|HIV~DRG^Drug^HL70717\r")).containsExactly(Sensitivity.PART2);
        assertThat(labels("ARV|1|A|VIP\rARV|2||42CFRPart2\r")).containsExactly(Sensitivity.PART2);
    }

    @Test
    void whom_a_sender_protects_as_a_person_as_known_to_all_or_in_a_visit_is_guarded() {
        assertThat(guarded("", "")).isFalse();
        assertThat(guarded("", "PD1||||||||||||Y\r")).as("PD1-12").isTrue();
        assertThat(guarded("", "PV2||||||||||||||||||||||Y\r")).as("PV2-22").isTrue();
        assertThat(guarded("", "ARV|1|A|VIP\r")).as("ARV-3").isTrue();
        assertThat(guarded("2", "")).as("PV1-16").isTrue();
        assertThat(guarded("N", "PD1||||||||||||N\rPV2||||||||||||||||||||||N\r"))
                .isFalse();
        assertThat(guarded("no", "PD1||||||||||||\"\"\rARV|1|D|VIP\r")).isFalse();
    }

    private boolean guarded(String vip, String segments) {
        String visit = "I||||||||||||||" + vip + "|||V7";
        return one(reader.read((RIVERBEND.formatted("A01", "20261016083600", "", "A^B", visit) + segments)
                        .getBytes(StandardCharsets.UTF_8)))
                .guarded();
    }

    private Set<Sensitivity> labels(String restrictions) {
        byte[] message = (RIVERBEND.formatted("A01", "20261016083600", "", "A^B", "I|||||||||||||||||V7")
                        + restrictions)
                .getBytes(StandardCharsets.UTF_8);
        Reading.Understood understood = (Reading.Understood) reader.read(message);
        assertThat(understood.labels()).isEqualTo(visit(understood).labels());
        return understood.labels();
    }

    private static Visit visit(Reading.Understood understood) {
        return understood.news().getFirst().visits().getFirst();
    }

    @Test
    void only_numbers_of_type_MR_and_PI_say_who_somebody_is() {
        assertThat(news("A31", "20261016083600", "", "A^B", "N").identifiers())
                .containsExactly(
                        new Identifier("BAYHIE", "E1", Identifier.Type.PI),
                        new Identifier("RVBND", "7", Identifier.Type.MR));
    }

    @Test
    void an_assigner_given_by_its_oid_alone_is_known() {
        byte[] message = ("MSH|^~\\&|BEDBOARD|LKSHR|||20261016083633-0500||ADT^A31|1|P|2.5.1\rEVN||20261016083600\r"
                        + "PID|||L1^^^&2.16.840.1.113883.19.4.3&ISO^MR~5^^^MRN^MR~6")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(one(reader.read(message)).identifiers())
                .extracting(Identifier::assigner)
                .containsExactly("LKSHR", "LKSHR/MRN", "LKSHR");
    }

    @Test
    void empty_changes_nothing_and_two_quotes_delete() {
        News news = news(
                "A31", "20261016083600", "", "A^B^\"\"||19480824000000|X|||7 Mill \\T\\ Main\\R\\B^^\"\"||\"\"", "N");
        assertThat(news.demographics())
                .containsEntry(DemographicField.FAMILY, "A")
                .containsEntry(DemographicField.MIDDLE, "")
                .containsEntry(DemographicField.BIRTH_DATE, "1948-08-24")
                .containsEntry(DemographicField.STREET, "7 Mill & Main~B")
                .containsEntry(DemographicField.CITY, "")
                .containsEntry(DemographicField.PHONE, "")
                .doesNotContainKeys(DemographicField.STATE, DemographicField.SEX, DemographicField.LANGUAGE);
    }

    @Test
    void the_hour_that_comes_twice_is_told_apart_by_the_offset_of_the_header() {
        Hl7Time summer = Hl7Time.of("20261101013100-0400", zone("America/New_York"), zone("America/New_York"));
        Hl7Time winter = Hl7Time.of("20261101013100-0500", zone("America/New_York"), zone("America/New_York"));
        assertThat(summer.instant("20261101013000", "x")).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(winter.instant("20261101013000", "x")).isEqualTo("2026-11-01T06:30:00Z");
    }

    @Test
    void a_day_without_a_time_is_that_day_in_the_clinic() {
        Hl7Time times = Hl7Time.of("", zone("America/Chicago"), zone("America/New_York"));
        assertThat(times.instant("20261006", "PV1-45")).isEqualTo("2026-10-06T04:00:00Z");
    }

    @Test
    void a_discharge_without_a_time_of_its_own_takes_the_time_it_occurred_and_a_correction_takes_none() {
        String visit = "O||C||||||||||||||OBS|V1^^^RVBND|||||||||||||||||1||||||||202610060905";
        Visit told = visit(news("A03", "20261016083600", "202610160830", "A", visit));
        assertThat(told.stayClass()).isEqualTo(StayClass.OBS);
        assertThat(told.admittedAt()).isEqualTo("2026-10-06T13:05:00Z");
        assertThat(told.dischargedAt()).isEqualTo("2026-10-16T12:30:00Z");
        assertThat(told.disposition()).isEqualTo(new Disposition("01"));
        assertThat(visit(news("A08", "20261016083600", "202610160830", "A", visit))
                        .dischargedAt())
                .isNull();
    }

    @Test
    void a_relayed_message_names_the_owner_of_the_visit() {
        News news = news("A08", "20261016083600", "", "A", "I|||||||||||||||||00006141^^^STCLR");
        assertThat(visit(news).facility().value()).isEqualTo("STCLR");
        assertThat(news.toldBy().value()).isEqualTo("RVBND");
    }

    @Test
    void a_death_is_told_with_its_time() {
        String pid = "A^B||||||||||||||||||||||||202610021624|Y";
        assertThat(news("A31", "20261016083600", "", pid, "N").life())
                .isEqualTo(new Life.Dead(Instant.parse("2026-10-02T20:24:00Z")));
    }

    @Test
    void a_merge_names_the_survivor_and_the_retired_number() {
        String merge = RIVERBEND.formatted("A40", "20261016083600", "", "A", "N") + "MRG|0038763^^^RVBND^MR\r";
        assertThat(one(reader.read(merge.getBytes(StandardCharsets.UTF_8))).retired())
                .containsExactly(new Identifier("RVBND", "0038763", Identifier.Type.MR));
    }

    @Test
    void a_repeat_with_another_message_time_has_the_same_essence() {
        String message = RIVERBEND.formatted("A31", "20261016083600", "", "A", "N");
        Reading first = reader.read(message.getBytes(StandardCharsets.UTF_8));
        Reading again = reader.read(
                message.replace("20261016083633", "20261016090000-0400").getBytes(StandardCharsets.UTF_8));
        assertThat(again.head()).isEqualTo(first.head());
    }

    private News news(String event, String recorded, String occurred, String pid, String pv1) {
        String message = RIVERBEND.formatted(event, recorded, occurred, pid, pv1);
        return one(reader.read(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static News one(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).news().getFirst();
    }

    private static Visit visit(News news) {
        return news.visits().getFirst();
    }

    private static java.time.ZoneId zone(String id) {
        return java.time.ZoneId.of(id);
    }
}
