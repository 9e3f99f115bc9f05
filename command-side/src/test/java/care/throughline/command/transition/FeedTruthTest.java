package care.throughline.command.transition;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.BlindIndex;
import care.throughline.command.CommandSide;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.News;
import care.throughline.command.intake.Reading;
import care.throughline.command.patient.Identification;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.command.rules.Rules;
import care.throughline.command.stay.StayCommand;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.stay.StayReport;
import care.throughline.samples.Fixtures;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of the fixtures through the real parser and the real aggregates: every order gives the same truth. */
class FeedTruthTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T14:00:00Z"), ZONE);
    private static final BlindIndex INDEX = parts -> String.join("-", parts).replaceAll("[^A-Za-z0-9-]", "-");

    @Test
    void the_feed_in_the_order_of_the_file_gives_the_truth() {
        check(Fixtures.found(), news(Fixtures.found()));
    }

    @Test
    void the_feed_in_reverse_order_gives_the_truth() {
        check(Fixtures.found(), news(Fixtures.found()).reversed());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_feed_in_any_order_gives_the_truth(long seed) {
        check(Fixtures.found(), shuffled(Fixtures.found(), seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void our_own_samples_in_any_order_give_their_truth(long seed) {
        check(Fixtures.samples(), shuffled(Fixtures.samples(), seed));
    }

    /** Each message twice in a row; then the reconciler sees everything once more, and nothing new comes of it. */
    private static void check(Fixtures fixtures, List<News> feed) {
        try (CommandSide side = new CommandSide(NOW, ZONE)) {
            Journeys journeys = new JourneysInMemory();
            WhenStaysChangeThenReconcileTransitions reconciler =
                    new WhenStaysChangeThenReconcileTransitions(journeys, Rules.us2026(), ZONE, side);
            AtomicInteger ids = new AtomicInteger();
            Identification people =
                    new Identification(side, INDEX, () -> new PatientId("pat_" + ids.incrementAndGet()));
            for (News news : feed) {
                apply(news, people, side);
                apply(news, people, side);
                side.follow(reconciler);
            }
            Truth.of(fixtures).check(side.events(), INDEX, ZONE);
            int events = side.events().size();
            side.replay(reconciler);
            side.replay(new WhenStaysChangeThenReconcileTransitions(journeys, Rules.us2026(), ZONE, side));
            assertThat(side.events()).hasSize(events);
        }
    }

    private static void apply(News news, Identification people, CommandSide side) {
        Map<String, String> metadata = Map.of();
        PatientId patient = people.identify(news.identifiers(), news.toldAt(), metadata);
        news.retired().forEach(number -> people.merge(patient, number, news.toldAt(), metadata));
        side.send(new ReportDemographics(patient, news.demographics(), news.toldAt()));
        if (news.life() instanceof News.Life.Dead dead) {
            side.send(new ReportDeath(patient, dead.at(), news.toldAt()));
        }
        news.visits()
                .forEach(visit -> side.send(new StayCommand.Report(
                        INDEX.stayOf(visit.facility(), visit.number()),
                        visit.facility(),
                        report(patient, news, visit))));
    }

    private static StayReport report(PatientId patient, News news, News.Visit visit) {
        return new StayReport(
                visit.kind(),
                news.toldBy(),
                news.toldAt(),
                news.tieBreak(),
                patient,
                visit.stayClass(),
                visit.admittedAt(),
                visit.dischargedAt(),
                visit.disposition(),
                visit.admissionType(),
                visit.location(),
                Personal.of(
                        patient,
                        new StayReport.Details(visit.number(), visit.diagnoses(), visit.reason(), visit.attending())),
                visit.labels());
    }

    private static List<News> shuffled(Fixtures fixtures, long seed) {
        List<News> shuffled = news(fixtures);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<News> news(Fixtures fixtures) {
        AdtReader reader =
                new AdtReader(Facilities.read(new ByteArrayInputStream(fixtures.bytes("hl7/facilities.json"))));
        List<News> news = new ArrayList<>();
        fixtures.feed().forEach(message -> {
            if (reader.read(message) instanceof Reading.Understood understood) {
                news.addAll(understood.news());
            }
        });
        return news;
    }
}
