package care.throughline.infra.erasure;

import care.throughline.events.erasure.Span;
import care.throughline.query.feed.EventLog;
import care.throughline.query.feed.EventLog.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where anything is sealed under a key, by reading the whole store once: it takes no index's word for it. */
final class SealedPlaces {

    private static final int PAGE = 1_000;
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\\s*\"([^\"]+)\"");

    private final EventLog log;

    SealedPlaces(EventLog log) {
        this.log = log;
    }

    /** The positions of events with parts that are sealed under one of these keys. */
    List<Span> of(Collection<String> subjects) {
        Set<String> wanted = Set.copyOf(subjects);
        List<Long> positions = new ArrayList<>();
        List<Stored> page = log.read(0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> speaksOf(event, wanted))
                    .map(Stored::position)
                    .forEach(positions::add);
            page = log.read(page.getLast().position() + 1, PAGE);
        }
        return Span.of(positions);
    }

    private static boolean speaksOf(Stored event, Set<String> wanted) {
        return SUBJECT.matcher(event.payload()).results().anyMatch(found -> wanted.contains(found.group(1)));
    }
}
