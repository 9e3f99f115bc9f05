package care.throughline.command.transition;

import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayPicture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the reconciler knows, kept in maps. */
final class JourneysInMemory implements Journeys {

    private final Map<String, StayPicture> stays = new TreeMap<>();
    private final Map<StayId, Set<String>> diagnoses = new HashMap<>();
    private final Map<PatientId, PersonRecord> records = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<StayId, String> plans = new HashMap<>();

    @Override
    public Set<PatientId> keep(StayPicture picture, Set<String> codes, long version) {
        if (!isNew(picture.stay().value(), version)) {
            return Set.of();
        }
        diagnoses.computeIfAbsent(picture.stay(), stay -> new HashSet<>()).addAll(codes);
        StayPicture before = stays.put(picture.stay().value(), picture);
        Set<PatientId> concerned = new HashSet<>(Set.of(picture.patient()));
        if (before != null) {
            concerned.add(before.patient());
        }
        return concerned;
    }

    @Override
    public boolean change(PatientId patient, long version, UnaryOperator<PersonRecord> change) {
        if (!isNew(patient.value(), version)) {
            return false;
        }
        records.put(patient, change.apply(records.getOrDefault(patient, PersonRecord.of(patient))));
        return true;
    }

    private boolean isNew(String id, long version) {
        boolean isNew = versions.getOrDefault(id, -1L) < version;
        versions.merge(id, version, Math::max);
        return isNew;
    }

    @Override
    public Person personOf(PatientId patient) {
        Set<PatientId> same = new HashSet<>(Set.of(patient));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (PersonRecord record : records.values()) {
                PatientId survivor = record.survivor();
                if (survivor != null && (same.contains(record.patient()) || same.contains(survivor))) {
                    grew |= same.addAll(Set.copyOf(List.of(record.patient(), survivor)));
                }
            }
        }
        return new Person(
                records.values().stream()
                        .filter(record -> same.contains(record.patient()))
                        .toList(),
                stays.values().stream()
                        .filter(stay -> same.contains(stay.patient()))
                        .toList(),
                diagnoses);
    }

    @Override
    public Optional<String> planOf(StayId stay) {
        return Optional.ofNullable(plans.get(stay));
    }

    @Override
    public void remember(StayId stay, String plan) {
        plans.put(stay, plan);
    }
}
