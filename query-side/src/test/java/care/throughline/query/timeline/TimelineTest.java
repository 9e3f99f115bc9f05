package care.throughline.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventNames;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.access.AccessEvent;
import care.throughline.events.appointment.CalendarFeedEvent;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.ledger.LedgerEvent;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.restriction.RestrictionEvent;
import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.round.RoundEvent;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.Names;
import care.throughline.query.ReadModel;
import care.throughline.query.timeline.Moments.Changed;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Moments.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final PatientId ANNA = new PatientId("pat_a");
    private static final PatientId ANN = new PatientId("pat_b");
    private static final Instant NOW = Instant.parse("2026-11-03T15:04:00Z");

    private static final AuthorizationEvent.Requested AUTHORIZATION =
            (AuthorizationEvent.Requested) Specimens.of(AuthorizationEvent.Requested.class);
    private static final ReferralEvent.Drafted REFERRAL =
            (ReferralEvent.Drafted) Specimens.of(ReferralEvent.Drafted.class);

    private final ReadModel model = ReadModel.of(db -> new Timeline(db, Batch.NONE));
    private final Timelines timelines =
            new Timelines(model.db(), new Known(), ZoneId.of("America/New_York"), patients -> {});

    @BeforeEach
    void people() {
        model.db().sql("""
                        create schema patients;
                        create schema directory;
                        create table directory.called (performer_id text, position bigint, name text);
                        create table patients.person (patient_id text, root_id text);
                        create table patients.identifier
                            (patient_id text, assigner text, value text, added_at timestamptz, key text);
                        insert into patients.person values ('pat_a', 'pat_a'), ('pat_b', 'pat_b')
                        """).update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void every_event_of_a_persons_story_has_words() {
        List<Class<? extends DomainEvent>> about = EventNames.all().stream()
                .filter(type -> !DirectoryEvent.class.isAssignableFrom(type)) // is about no person
                .filter(type -> !CalendarFeedEvent.class.isAssignableFrom(type)) // nor is this
                .filter(type -> !InvestigationEvent.class.isAssignableFrom(type)) // nor this
                .filter(type -> !LedgerEvent.class.isAssignableFrom(type)) // nor is this
                .filter(type -> !RoundEvent.class.isAssignableFrom(type)) // nor this
                .filter(type -> !RetentionEvent.class.isAssignableFrom(type)) // nor this
                .filter(type -> !AccessEvent.class.isAssignableFrom(type)) // has a page of its own
                .filter(type -> !RestrictionEvent.class.isAssignableFrom(type)) // so has this
                .filter(type -> !ConsentEvent.class.isAssignableFrom(type)) // and this
                .filter(type -> type != PatientErased.class) // lets go of the others
                .toList();
        model.told(Specimens.of(TransitionEvent.Opened.class));
        model.told(Specimens.of(IntakeEvent.MessageApplied.class));
        model.told(Specimens.of(ReferralEvent.Drafted.class));
        model.told(Specimens.of(AuthorizationEvent.Requested.class));
        for (Class<? extends DomainEvent> type : about) {
            model.told(Specimens.of(type));
        }

        List<Moment> moments =
                timelines.find(ANNA, Filter.ALL, Order.RECORDED, null, 200).moments();

        assertThat(moments).hasSize(about.size() + 4);
        assertThat(moments).allSatisfy(moment -> assertThat(moment.sentence()).matches("[A-Z0-9][^{}]+[^.{} ]"));
    }

    @Test
    void of_an_erased_person_the_word_that_they_were_erased_is_left() {
        model.told(told("Salem", NOW), new PatientEvent.MergedInto(ANN, ANNA, MergeKind.TOLD, NOW));
        model.told(new PatientEvent.Unmerged(ANN, ANNA, Personal.of(ANN, "two people"), NOW));

        model.told(new PatientErased(
                ErasureId.of(ANN),
                ANN,
                new Scope(Set.of(ANN), Set.of(), Set.of()),
                new StaffId("cleo"),
                new StaffId("ruth"),
                List.of(),
                false,
                NOW));

        assertThat(timelines.find(ANN, Filter.ALL, Order.RECORDED, null, 10).moments())
                .singleElement()
                .satisfies(moment -> assertThat(moment.sentence()).startsWith("This person was erased"));
        assertThat(timelines.find(ANNA, Filter.ALL, Order.RECORDED, null, 10).moments())
                .hasSize(3)
                .allSatisfy(moment -> assertThat(moment.quote()).isNull());
    }

    @Test
    void evidence_has_the_referrals_that_are_named_and_nothing_that_is_labelled() {
        model.db().sql("""
                        create schema segments;
                        create table segments.event (at bigint, owner text);
                        create table segments.subject (id text, owner text)
                        """).update();
        model.told(told("Salem", NOW), AUTHORIZATION, REFERRAL);
        assertThat(evidence(AUTHORIZATION.authorization().value())).containsExactly("authorization.Requested");
        assertThat(evidence(
                        AUTHORIZATION.authorization().value(),
                        REFERRAL.referral().value()))
                .containsExactlyInAnyOrder("authorization.Requested", "referral.Drafted");
        model.db()
                .sql("insert into segments.subject values (?, 'PART2 pat_a')")
                .param(REFERRAL.referral().value())
                .update();
        assertThat(evidence(
                        AUTHORIZATION.authorization().value(),
                        REFERRAL.referral().value()))
                .containsExactly("authorization.Requested");
        model.db()
                .sql("insert into segments.event select position, 'PART2 pat_a' from timeline.entry")
                .update();
        assertThat(evidence(AUTHORIZATION.authorization().value())).isEmpty();
    }

    private List<String> evidence(String... subjects) {
        return timelines.evidence(ANNA, Instant.EPOCH, List.of(subjects)).stream()
                .map(Moment::name)
                .toList();
    }

    @Test
    void a_change_says_from_what_to_what() {
        model.told(told("Salem", NOW), told("Lynn", NOW.plusSeconds(60)));

        assertThat(newest().changes()).containsExactly(new Changed("city", "Salem", "Lynn"));
    }

    @Test
    void late_news_says_who_told_us_and_how_late() {
        model.told(told("Salem", NOW), NOW.plusSeconds(50 * 3600), "hl7:STCLR", "msg_1");

        assertThat(newest().told()).isEqualTo("St. Clare Community Hospital");
        assertThat(newest().late()).isEqualTo("told us 2 days later");
        assertThat(newest().message()).isEqualTo("msg_1");
    }

    @Test
    void after_a_merge_one_timeline_shows_both_records_and_the_merge_once() {
        model.told(
                new PatientEvent.Registered(ANNA, NOW),
                new PatientEvent.Registered(ANN, NOW),
                new PatientEvent.MergedInto(ANN, ANNA, PatientEvent.MergeKind.TOLD, NOW));
        model.db().sql("update patients.person set root_id = 'pat_a'").update();

        assertThat(timelines.find(ANNA, Filter.STORY, Order.RECORDED, null, 10).moments())
                .hasSize(3);
        assertThat(timelines.find(ANN, Filter.STORY, Order.RECORDED, null, 10).moments())
                .hasSize(3);
    }

    @Test
    void a_long_timeline_comes_in_pages() {
        for (int i = 0; i < 5; i++) {
            model.told(new CareTeamEvent.CoordinatorAssigned(
                    ANNA, new StaffId("alice"), new StaffId("alice"), NOW.plusSeconds(i)));
        }

        Moments first = timelines.find(ANNA, Filter.WORK, Order.RECORDED, null, 3);
        assertThat(first.moments()).extracting(Moment::position).containsExactly(5L, 4L, 3L);

        Long before = first.before();
        assertThat(before).isNotNull();
        Moments second = timelines.find(ANNA, Filter.WORK, Order.RECORDED, before, 3);
        assertThat(second.moments()).extracting(Moment::position).containsExactly(2L, 1L);
        assertThat(second.before()).isNull();
    }

    @Test
    void late_news_stands_where_it_happened_unless_one_asks_for_the_order_in_which_we_learned_it() {
        for (int minute : List.of(3, 1, 2, 0)) {
            model.told(told("Salem " + minute, NOW.plusSeconds(60L * minute)));
        }

        Moments first = timelines.find(ANNA, Filter.ALL, Order.HAPPENED, null, 3);
        assertThat(first.moments()).extracting(Moment::position).containsExactly(1L, 3L, 2L);
        assertThat(timelines
                        .find(ANNA, Filter.ALL, Order.HAPPENED, first.before(), 3)
                        .moments())
                .extracting(Moment::position)
                .containsExactly(4L);
        assertThat(timelines.find(ANNA, Filter.ALL, Order.RECORDED, null, 9).moments())
                .extracting(Moment::position)
                .containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void a_score_counts_days_and_visits_in_plain_english() {
        model.told(Specimens.of(TransitionEvent.Opened.class));
        TransitionEvent.RiskScored specimen =
                (TransitionEvent.RiskScored) Specimens.of(TransitionEvent.RiskScored.class);
        Lace lace = specimen.lace();
        Lace oneDay = new Lace(1, lace.acute(), lace.charlson(), 1, lace.score(), lace.band(), lace.scorer());
        model.told(new TransitionEvent.RiskScored(specimen.transition(), oneDay, specimen.occurredAt()));

        assertThat(newest().sentence()).contains("1 day in hospital").endsWith("1 emergency visit before");
    }

    private Moment newest() {
        return timelines
                .find(ANNA, Filter.ALL, Order.RECORDED, null, 1)
                .moments()
                .getFirst();
    }

    private static DomainEvent told(String city, Instant at) {
        Map<DemographicField, String> values = Map.of(DemographicField.CITY, city);
        return new PatientEvent.DemographicsCorrected(ANNA, values.keySet(), Personal.of(ANNA, values), at);
    }

    private record Known() implements Names {
        @Override
        public String facility(FacilityCode code) {
            return code.value().equals("STCLR") ? "St. Clare Community Hospital" : code.value();
        }

        @Override
        public String staff(StaffId account) {
            return account.value();
        }

        @Override
        public List<StaffId> coordinators() {
            return List.of();
        }
    }
}
