package care.throughline.query.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.RuleRef;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.directory.Entry;
import care.throughline.query.directory.Performers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferralsTest {

    private static final ReferralId ID = new ReferralId("ref_a");
    private static final PatientId ANNA = new PatientId("pat_a");
    private static final PerformerId HARBOR = new PerformerId("prf_harbor");
    private static final PerformerId VALLEY = new PerformerId("prf_valley");
    private static final LocalDate TODAY = nov(20);

    private final ReadModel model = ReadModel.of(db -> new Referrals(db, Batch.NONE, ZoneId.of("America/New_York")));
    private final ReferralReader reader = new ReferralReader(model.db(), new Performers(model.db()), patients -> {});

    @BeforeEach
    void the_town_and_a_referral() {
        model.db().sql("""
                        create schema patients;
                        create table patients.person (patient_id text, family text, given text, language text);
                        insert into patients.person values ('pat_a', 'Doe', 'Anna', 'es');
                        create schema loops;
                        create table loops.seen (performer_id text, referral_id text, asked_on date, seen_on date);
                        create schema directory;
                        create table directory.performer (performer_id text, name text, specialty text, languages text[],
                            open_days text[], hours text[], zip text, phone text, capacity text, capacity_at timestamptz,
                            verified_at timestamptz, withdrawn boolean, position bigint, channel text default 'NONE',
                            address text default '', tls boolean default false, application text default '',
                            facility text default '', part2_program boolean default false);
                        insert into directory.performer
                        select 'prf_' || lower(name), name, 'CARDIOLOGY', languages::text[], '{}', '{}', '01105', '1',
                               capacity, now(), now(), false, 1
                        from (values ('Harbor', '{en}', 'OPEN'), ('Valley', '{en}', 'OPEN'), ('Full', '{es}', 'NONE'),
                                     ('Late', '{en,es}', 'WAITLIST')) as around (name, languages, capacity);
                        create table directory.called (performer_id text, position bigint, name text);
                        insert into directory.called select performer_id, 1, name from directory.performer
                        """).update();
        model.told(new ReferralEvent.Drafted(
                ID,
                ANNA,
                Kind.CONSULTATION,
                Specialty.CARDIOLOGY,
                Urgency.ROUTINE,
                Personal.of(ANNA, "Palpitations"),
                Set.of(PacketItem.INSURANCE),
                due(Wait.SENDING, 4),
                at(2)));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_draft_waits_for_us() {
        Referral draft = shown();
        assertThat(draft.status()).isEqualTo(ReferralStatus.CREATED);
        assertThat(draft.waitsFor()).isEqualTo(Wait.SENDING);
        assertThat(draft.family()).isEqualTo("Doe");
        assertThat(draft.isStuck(nov(4))).isFalse();
        assertThat(draft.isStuck(nov(5))).isTrue();
        assertThat(model.rows("referral").toString())
                .as("words stay in the timeline")
                .doesNotContain("Palpitations");
    }

    @Test
    void whoever_accepts_has_it_and_the_others_stay_on_record() {
        offered(HARBOR, VALLEY);
        model.told(accepted(), new ReferralEvent.Released(ID, VALLEY, ReferralEvent.Release.ANOTHER_ACCEPTED, at(4)));
        assertThat(shown().performerName()).isEqualTo("Harbor");
        assertThat(reader.candidates("ref_a"))
                .extracting(Referral.Candidate::name, Referral.Candidate::answer)
                .containsExactly(tuple("Harbor", "ACCEPTED"), tuple("Valley", "RELEASED"));
    }

    @Test
    void looked_back_at_a_performer_is_called_as_it_was_then() {
        offered(HARBOR, VALLEY);
        model.told(accepted());
        model.db()
                .sql("insert into directory.called values ('prf_harbor', 9, 'Harbor Heart')")
                .update();
        assertThat(shown().performerName()).isEqualTo("Harbor Heart");
        ReferralReader then = reader.over(model.db(), 8);
        assertThat(then.show(ID).orElseThrow().performerName()).isEqualTo("Harbor");
        assertThat(then.candidates("ref_a"))
                .extracting(Referral.Candidate::name)
                .containsExactly("Harbor", "Valley");
        assertThat(reader.over(model.db(), 9).show(ID).orElseThrow().performerName())
                .isEqualTo("Harbor Heart");
    }

    @Test
    void it_is_declined_only_with_the_last_answer() {
        offered(HARBOR, VALLEY);
        model.told(declined(HARBOR, null));
        assertThat(shown().status()).isEqualTo(ReferralStatus.CREATED);
        model.told(declined(VALLEY, due(Wait.OTHER_PERFORMER, 9)));
        assertThat(shown().status()).isEqualTo(ReferralStatus.DECLINED);
        assertThat(shown().waitsFor()).isEqualTo(Wait.OTHER_PERFORMER);
    }

    @Test
    void next_could_be_who_speaks_the_language_and_has_room_and_was_not_asked() {
        assertThat(reader.couldBeAsked(shown())).extracting(Entry::name).containsExactly("Late", "Harbor", "Valley");
        offered(HARBOR);
        assertThat(reader.couldBeAsked(shown())).extracting(Entry::name).containsExactly("Late", "Valley");
    }

    @Test
    void every_place_on_the_waitlist_is_kept() {
        offered(HARBOR);
        model.told(accepted(), place(7, 5), place(3, 12));
        assertThat(shown().place()).isEqualTo(3);
        assertThat(reader.places(shown())).extracting(Referral.Place::place).containsExactly(3, 7);
    }

    @Test
    void every_state_it_entered_is_kept_with_its_moment() {
        offered(HARBOR);
        model.told(
                accepted(),
                new ReferralEvent.Scheduled(ID, HARBOR, at(10), due(Wait.VISIT, 12), at(5)),
                new ReferralEvent.Scheduled(ID, HARBOR, at(11), due(Wait.VISIT, 13), at(6)),
                new ReferralEvent.Seen(ID, HARBOR, Way.FAX, due(Wait.RESULT, 20), at(11)));
        assertThat(model.db()
                        .sql("select status from referrals.step order by position")
                        .query(String.class)
                        .list())
                .containsExactly("CREATED", "ACCEPTED", "SCHEDULED", "SEEN");
        assertThat(shown().age(TODAY, ZoneId.of("America/New_York"))).isEqualTo(9);
        assertThat(shown().startsAt()).isNull();
    }

    @Test
    void the_board_shows_what_is_over_for_sixty_days() {
        offered(HARBOR);
        model.told(accepted(), new ReferralEvent.Closed(ID, at(19)));
        assertThat(board(TODAY, false)).hasSize(1);
        assertThat(board(TODAY.plusDays(61), false)).isEmpty();
    }

    @Test
    void the_board_can_show_only_what_is_stuck() {
        assertThat(board(nov(4), true)).isEmpty();
        assertThat(board(TODAY, true)).hasSize(1);
    }

    @Test
    void it_follows_its_person_through_a_merge() {
        PatientId ann = new PatientId("pat_b");
        model.told(
                new PatientEvent.Registered(ann, at(3)),
                new CareTeamEvent.CoordinatorAssigned(ann, new StaffId("nora"), new StaffId("nora"), at(3)),
                new PatientEvent.MergedInto(ANNA, ann, PatientEvent.MergeKind.TOLD, at(4)));
        assertThat(reader.ofPerson(ann)).hasSize(1);
        assertThat(shown().coordinator()).isEqualTo("nora");
    }

    @Test
    void it_is_put_aside_with_the_reason_until_anything_happens() {
        model.told(new ReferralEvent.Snoozed(ID, at(20), Personal.of(ANNA, "The office is closed"), at(3)));
        assertThat(shown().snooze()).isEqualTo(new Referral.Snooze(at(20), "The office is closed"));
        offered(HARBOR);
        assertThat(shown().snooze()).isNull();
    }

    @Test
    void a_death_leaves_a_line_to_be_read_even_after_it_is_over() {
        offered(HARBOR);
        model.told(
                new ReferralEvent.EndedByDeath(ID, List.of(HARBOR), due(Wait.ACKNOWLEDGEMENT, 9), at(7)),
                new ReferralEvent.CancellationRequested(ID, Personal.of(ANNA, "The patient has died."), null, at(7)),
                new ReferralEvent.Released(ID, HARBOR, ReferralEvent.Release.CANCELLED, at(7)),
                new ReferralEvent.Cancelled(ID, at(7)));
        assertThat(shown().waitsFor()).isEqualTo(Wait.ACKNOWLEDGEMENT);
        assertThat(shown().dueBy()).isEqualTo(nov(9));
        assertThat(reader.toldOfEnd(shown()))
                .containsExactly("Harbor had not answered; it was told that the referral is cancelled.");
        model.told(new ReferralEvent.EndAcknowledged(ID, at(8)));
        assertThat(shown().waitsFor()).isNull();
        assertThat(shown().dueBy()).isNull();
    }

    @Test
    void who_has_accepted_still_has_to_confirm_after_the_notice_was_read() {
        offered(HARBOR);
        model.told(
                accepted(),
                new ReferralEvent.EndedByDeath(ID, List.of(HARBOR), due(Wait.ACKNOWLEDGEMENT, 9), at(7)),
                new ReferralEvent.CancellationRequested(
                        ID, Personal.of(ANNA, "The patient has died."), due(Wait.CONFIRMATION, 12), at(7)));
        assertThat(reader.toldOfEnd(shown())).singleElement().asString().endsWith("no answer yet.");
        model.told(new ReferralEvent.EndAcknowledged(ID, at(8)));
        assertThat(shown().waitsFor()).isEqualTo(Wait.CONFIRMATION);
        assertThat(shown().dueBy()).isEqualTo(nov(12));
    }

    @Test
    void a_repeated_event_changes_nothing() {
        offered(HARBOR);
        model.told(accepted());
        List<String> before = model.rows("step");
        model.told(accepted());
        assertThat(model.rows("step")).isEqualTo(before);
    }

    private Referral shown() {
        return reader.show(ID).orElseThrow();
    }

    private List<Referral> board(LocalDate today, boolean stuck) {
        return reader.board(new ShowReferrals("", null, stuck, today));
    }

    private void offered(PerformerId... performers) {
        for (PerformerId performer : performers) {
            model.told(new ReferralEvent.Offered(ID, performer, Capacity.OPEN, due(Wait.ANSWER, 8), at(3)));
        }
    }

    private static ReferralEvent accepted() {
        return new ReferralEvent.Accepted(ID, HARBOR, Way.FAX, due(Wait.APPOINTMENT, 18), at(4));
    }

    private static ReferralEvent declined(PerformerId performer, @Nullable Due due) {
        return new ReferralEvent.Declined(
                ID, performer, DeclineReason.NO_CAPACITY, Personal.of(ANNA, ""), Way.FAX, due, at(5));
    }

    private static ReferralEvent place(int place, int day) {
        return new ReferralEvent.WaitlistPositionTold(ID, HARBOR, place, Way.PHONE, at(day));
    }

    private static Due due(Wait wait, int day) {
        return new Due(wait, nov(day), new RuleRef("referral-waits", "us-2026"));
    }

    private static Instant at(int day) {
        return nov(day).atTime(10, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static LocalDate nov(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
