package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whom each subject was ever about, growing with the events of a batch in their order. */
final class Subjects {

    private static final Comparator<PatientId> BY_ID = Comparator.comparing(PatientId::value);

    private final Map<String, NavigableSet<PatientId>> ever = new HashMap<>();
    private final List<Concerned> fresh = new ArrayList<>();

    /** A subject and one of those whom it concerns. */
    record Concerned(String subject, PatientId patient) {}

    Subjects(Map<String, Collection<PatientId>> known) {
        known.forEach((subject, people) -> of(subject).addAll(people));
    }

    /** Whom the event concerns: those it names first, then those whom its subject was about before. */
    List<PatientId> concerned(DomainEvent event) {
        List<PatientId> named = Concerns.named(event);
        Optional<String> subject = Concerns.subject(event);
        if (subject.isEmpty()) {
            return named;
        }
        NavigableSet<PatientId> people = of(subject.get());
        named.stream().filter(people::add).forEach(patient -> fresh.add(new Concerned(subject.get(), patient)));
        return Stream.concat(named.stream().sorted(BY_ID), people.stream())
                .distinct()
                .toList();
    }

    /** What came to be known with these events. */
    List<Concerned> fresh() {
        return fresh;
    }

    private NavigableSet<PatientId> of(String subject) {
        return ever.computeIfAbsent(subject, key -> new TreeSet<>(BY_ID));
    }
}
