package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.assigned;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.attempted;
import static care.throughline.query.desk.Histories.booked;
import static care.throughline.query.desk.Histories.contacted;
import static care.throughline.query.desk.Histories.corrected;
import static care.throughline.query.desk.Histories.discharged;
import static care.throughline.query.desk.Histories.offered;
import static care.throughline.query.desk.Histories.scored;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.events.transition.Outcome;
import care.throughline.query.Batch;
import care.throughline.query.Names;
import care.throughline.query.ReadModel;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.calendar.Calendars;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.directory.Performers;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.rounds.RoundReader;
import care.throughline.query.web.Visitor;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTemplatesTest {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "care.throughline.query.templates");

    private final ReadModel model = ReadModel.of(db -> new Desk(db, Batch.NONE, ZONE));

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void the_page_tells_of_every_line_why_it_is_there() throws IOException {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, root_id text, family text, given text,"
                        + " birth_date date, sex text, phone text, language text, deceased boolean)")
                .update();
        model.db()
                .sql(
                        "insert into patients.person values ('pat_a', 'pat_a', 'Chen', 'Mei', '1948-03-02', 'F', '6175550100',"
                                + " 'zh', false), ('pat_b', 'pat_b', 'Núñez-Ångström', 'Zoë', '1971-03-02', 'F', null, null, false)")
                .update();
        model.told(
                assigned("a", "ana", 1),
                assigned("b", "ana", 1),
                assigned("c", "ana", 1),
                discharged("a", 2),
                scored("a", 12, 2),
                discharged("b", 9),
                scored("b", 6, 9),
                discharged("c", 10),
                attempted("b", Outcome.LEFT_MESSAGE, 10),
                attempted("a", Outcome.REACHED, 3),
                contacted("a", 3),
                booked("a", 15, 3),
                offered("c", "ana", "ben", 10),
                corrected("c", 9, 11));
        model.db().sql("""
                        create schema referrals;
                        create table referrals.referral (referral_id text, due_by date, rank int, drafted_on date,
                            snoozed_until timestamptz,
                            coordinator text, offered_to text);
                        create schema authorizations;
                        create table authorizations.request (authorization_id text, referral_id text, wait text, due_by date,
                            due_before timestamptz, valid_until date, rank int, requested_on date, coordinator text,
                            offered_to text);
                        create table authorizations.booking (referral_id text, visit_on date, settled boolean)
                        """).update();
        model.db().sql("""
                        create schema calendar;
                        create table calendar.appointment (appointment_id text, source_id text,
                            snoozed_until timestamptz, snooze_reason text);
                        create table calendar.work (item_id text, kind text, appointment_id text, patient_id text, person_id text,
                            coordinator text, offered_to text, from_on date, until_on date, due_by date, rank smallint,
                            since_on date, tasks text[], rule_id text, position bigint, receipt bigint[])
                        """).update();
        ReferralReader none = new ReferralReader(model.db(), new Performers(model.db()), patients -> {});
        AuthorizationReader nothing = new AuthorizationReader(model.db(), patients -> {});
        DeskDay day = new DeskDay(
                new AllWork(
                        new Worklists(model.db(), patients -> {}),
                        new ReferralWork(model.db(), none),
                        new AuthorizationWork(model.db(), nothing),
                        new AppointmentWork(
                                model.db(), new Calendars(model.db(), patients -> {}, ZONE), patients -> {}),
                        names(),
                        ZONE),
                new RoundReader(model.db()),
                names(),
                Clock.fixed(at(11), ZONE),
                ZONE);

        StringOutput page = new StringOutput();
        Visitor visitor = new Visitor("ana", "Ana Lima", "COORDINATOR", "token", "/desk", false, "", path -> path);
        TEMPLATES.render(
                "desk/page.jte", Map.of("visitor", visitor, "page", day.page("ana", Filter.MINE, null, "trn_b")), page);
        Files.createDirectories(Path.of("target/look"));
        Files.writeString(Path.of("target/look/desk.html"), page.toString());

        assertThat(page.toString())
                .contains("Chen, Mei")
                .contains("Why it is here.")
                .contains("Discharge date corrected from Tue Nov 10 to Mon Nov 9: clocks moved");
    }

    private static Names names() {
        return new Names() {
            @Override
            public String facility(FacilityCode code) {
                return "Riverbend Medical Center";
            }

            @Override
            public String staff(StaffId account) {
                return account.value();
            }

            @Override
            public List<StaffId> coordinators() {
                return List.of(new StaffId("ana"), new StaffId("ben"));
            }
        };
    }
}
