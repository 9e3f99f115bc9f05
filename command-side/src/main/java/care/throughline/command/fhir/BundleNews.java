package care.throughline.command.fhir;

import care.throughline.command.Rejected;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.News;
import care.throughline.command.intake.News.Visit;
import care.throughline.command.intake.Provider;
import care.throughline.events.Sensitivity;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;

/** What a bundle says about its patients and their visits, and the providers it introduces. */
record BundleNews(Entries entries, Facilities facilities) {

    /** One piece of news for each patient.
     *
     * @throws Rejected if a patient has no number or a visit no patient
     */
    List<News> news() {
        List<BundleEntryComponent> patients = entries.of(Patient.class).toList();
        boolean orphans = entries.resources(Encounter.class).stream()
                .anyMatch(encounter ->
                        patients.stream().noneMatch(patient -> Entries.means(encounter.getSubject(), patient)));
        if (orphans) {
            throw new Rejected("unresolved-reference", "An Encounter's subject is not in the bundle.");
        }
        return patients.stream().map(this::news).toList();
    }

    List<Provider> providers() {
        Stream<Provider> practitioners = entries.resources(Practitioner.class).stream()
                .flatMap(one -> providers(
                        "Practitioner",
                        one.getIdentifier(),
                        one.getNameFirstRep().getNameAsSingleString()));
        Stream<Provider> organizations = entries.resources(Organization.class).stream()
                .flatMap(one -> providers("Organization", one.getIdentifier(), one.getName()));
        Stream<Provider> locations = entries.resources(Location.class).stream()
                .flatMap(one -> providers("Location", one.getIdentifier(), one.getName()));
        return Stream.of(practitioners, organizations, locations)
                .flatMap(all -> all)
                .toList();
    }

    private News news(BundleEntryComponent entry) {
        PatientEntry patient = new PatientEntry((Patient) entry.getResource(), facilities);
        Set<Sensitivity> all = everywhere(entry);
        List<Visit> visits = entries.of(Encounter.class)
                .filter(one -> Entries.means(((Encounter) one.getResource()).getSubject(), entry))
                .flatMap(one -> new EncounterEntry(one, entries).visit().stream())
                .map(visit -> visit.labelled(all).labelled(facilities.labels(visit.facility())))
                .toList();
        return new News(
                EncounterEntry.ELSEWHERE,
                toldAt(visits),
                "FHIR",
                patient.identifiers(),
                patient.demographics(),
                patient.life(),
                visits,
                List.of(),
                isGuarded(entry));
    }

    /** What holds for every visit of the patient: the labels of the bundle and of the patient. */
    private Set<Sensitivity> everywhere(BundleEntryComponent patient) {
        return Stream.of(entries.bundle().getMeta(), patient.getResource().getMeta())
                .flatMap(meta -> Codes.labels(meta).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isGuarded(BundleEntryComponent patient) {
        Stream<Meta> encounters = entries.of(Encounter.class)
                .filter(one -> Entries.means(((Encounter) one.getResource()).getSubject(), patient))
                .map(one -> one.getResource().getMeta());
        return Stream.concat(
                        Stream.of(
                                entries.bundle().getMeta(),
                                patient.getResource().getMeta()),
                        encounters)
                .anyMatch(Codes::isGuarded);
    }

    /**
     * A record is as old as the bundle says, else as the last thing in it; so the same bundle always tells the same, and
     * an old one never beats later news. One that says nothing loses against everything.
     */
    private Instant toldAt(List<Visit> visits) {
        Date timestamp = entries.bundle().getTimestamp();
        return timestamp != null
                ? timestamp.toInstant()
                : visits.stream()
                        .flatMap(visit -> Stream.of(visit.admittedAt(), visit.dischargedAt()))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH);
    }

    private static Stream<Provider> providers(String kind, List<Identifier> numbers, String name) {
        return numbers.stream()
                .filter(number -> number.hasSystem() && number.hasValue())
                .map(number -> new Provider(kind, number.getSystem(), number.getValue(), name));
    }
}
