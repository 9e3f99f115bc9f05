package care.throughline.query.dossier;

import care.throughline.events.PatientId;
import care.throughline.query.Progress;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.dossier.Dossier.Chapter;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the evidence for an authorization together out of the patient's timeline. */
@Component
class Dossiers {

    /** How far back before the request it goes. */
    private static final Period BACK = Period.ofYears(2);

    private final AuthorizationReader authorizations;
    private final ReferralReader referrals;
    private final Timelines timelines;
    private final Progress progress;
    private final Clock clock;
    private final ZoneId zone;

    Dossiers(
            AuthorizationReader authorizations,
            ReferralReader referrals,
            Timelines timelines,
            Progress progress,
            Clock clock,
            ZoneId zone) {
        this.authorizations = authorizations;
        this.referrals = referrals;
        this.timelines = timelines;
        this.progress = progress;
        this.clock = clock;
        this.zone = zone;
    }

    /** What is told of the person from two years before the request on; of referrals and authorizations those of its kind. */
    Dossier of(Authorization one, String name) {
        long position = progress.position("timeline");
        PatientId person = new PatientId(one.person());
        Instant since = one.requestedAt().atZone(zone).minus(BACK).toInstant();
        List<Moment> facts = timelines.evidence(person, since, subjects(one, person));
        List<Long> own = one.receipt();
        Predicate<Moment> request = fact -> own.contains(fact.position());
        List<Chapter> chapters = Stream.of(
                        chapter("This request", facts, request),
                        chapter(
                                "Other decisions of payers",
                                facts,
                                of("AUTHORIZATION").and(request.negate())),
                        chapter("Visits to hospitals and clinics", facts, of("STAY")),
                        chapter("Referrals", facts, of("REFERRAL")),
                        chapter("What was done after discharges", facts, of("TRANSITION")))
                .filter(chapter -> !chapter.facts().isEmpty())
                .toList();
        return new Dossier(one, name, clock.instant(), position, chapters);
    }

    private List<String> subjects(Authorization one, PatientId person) {
        return Stream.concat(
                        authorizations.ofPerson(person).stream()
                                .filter(other -> other.specialty() == one.specialty())
                                .map(Authorization::authorization),
                        referrals.ofPerson(person).stream()
                                .filter(referral -> referral.specialty() == one.specialty())
                                .map(Referral::referral))
                .toList();
    }

    private static Predicate<Moment> of(String topic) {
        return fact -> fact.topic().equals(topic);
    }

    private static Chapter chapter(String title, List<Moment> facts, Predicate<Moment> which) {
        return new Chapter(title, facts.stream().filter(which).toList());
    }
}
