package care.throughline.query.timeline;

import care.throughline.events.PatientId;
import care.throughline.query.timeline.Happening.Whom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What several events add to the timeline, one after the other, given what was known before the first of them. */
final class Chapter {

    private final Map<String, List<String>> concerned;
    private final Map<Aspect, String> known;
    private final Map<String, List<String>> newlyConcerned = new LinkedHashMap<>();
    private final Map<Aspect, String> changed = new LinkedHashMap<>();

    /**
     * @param concerned whom each subject concerns
     * @param known the last value of each aspect
     */
    Chapter(Map<String, List<String>> concerned, Map<Aspect, String> known) {
        this.concerned = new HashMap<>(concerned);
        this.known = new HashMap<>(known);
    }

    /** Something of a subject that can change. */
    record Aspect(String subject, String label) {}

    /** One event in the timelines of these people; its changes are three lists of the same length. */
    record Entry(
            List<String> people,
            long position,
            String name,
            String topic,
            String sentence,
            @Nullable String quote,
            String subject,
            List<String> changed,
            List<String> changedFrom,
            List<String> changedTo,
            Instant happenedAt,
            Instant recordedAt,
            String source,
            String actor,
            String role,
            String correlation) {}

    /** The entry of the next event, unless it concerns nobody. */
    Optional<Entry> add(Happening next) {
        List<String> people = peopleOf(next.whom());
        return people.isEmpty() ? Optional.empty() : Optional.of(entry(next, people));
    }

    /** Whom subjects concern that were told of anew. */
    Map<String, List<String>> newlyConcerned() {
        return newlyConcerned;
    }

    /** The aspects that are not what they were, with their last value. */
    Map<Aspect, String> changed() {
        return changed;
    }

    private List<String> peopleOf(Whom whom) {
        return switch (whom) {
            case Whom.These these -> values(these.people());
            case Whom.FromNowOn these -> {
                List<String> people = values(these.people());
                concerned.put(these.subject(), people);
                newlyConcerned.put(these.subject(), people);
                yield people;
            }
            case Whom.AsBefore before -> concerned.getOrDefault(before.subject(), List.of());
        };
    }

    private Entry entry(Happening next, List<String> people) {
        List<String> labels = new ArrayList<>();
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        next.aspects().forEach((label, value) -> {
            Aspect aspect = new Aspect(next.line().subject(), label);
            String last = known.getOrDefault(aspect, "");
            if (!last.equals(value)) {
                labels.add(label);
                from.add(last);
                to.add(value);
                known.put(aspect, value);
                changed.put(aspect, value);
            }
        });
        Line line = next.line();
        return new Entry(
                people,
                next.envelope().position(),
                next.envelope().name(),
                line.topic().name(),
                line.sentence(),
                line.quote(),
                line.subject(),
                labels,
                from,
                to,
                next.event().occurredAt(),
                next.envelope().recordedAt(),
                next.envelope().source(),
                next.envelope().actor(),
                next.envelope().role(),
                next.envelope().correlationId());
    }

    private static List<String> values(Collection<PatientId> people) {
        return people.stream().map(PatientId::value).distinct().sorted().toList();
    }
}
