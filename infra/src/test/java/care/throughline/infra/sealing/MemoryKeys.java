package care.throughline.infra.sealing;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keys in memory, for tests that need no database. */
final class MemoryKeys implements KeyRows {

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    int reads;
    boolean scrubbed;
    Runnable whileFinding = () -> {};
    Runnable whileRewrapping = () -> {};

    @Override
    public Map<String, Row> find(Collection<String> subjects) {
        reads++;
        Map<String, Row> found = rows.entrySet().stream()
                .filter(row -> subjects.contains(row.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        whileFinding.run();
        return found;
    }

    @Override
    public Row findOrAdd(String subject, Row row) {
        Row before = rows.putIfAbsent(subject, row);
        return before == null ? row : before;
    }

    @Override
    public void forget(String subject, String master) {
        rows.put(subject, new Row(null, master));
    }

    @Override
    public void scrub() {
        scrubbed = true;
    }

    @Override
    public boolean any() {
        return !rows.isEmpty();
    }

    @Override
    public boolean rewrap(String subject, Row before, Row after) {
        whileRewrapping.run();
        return rows.replace(subject, before, after);
    }

    @Override
    public Map<String, Row> wrappedByOther(String master, int limit) {
        return rows.entrySet().stream()
                .filter(row -> !row.getValue().master().equals(master))
                .filter(row -> row.getValue().wrapped() != null)
                .limit(limit)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As if the vault had been restored from before the subject was known. */
    void lose(String subject) {
        rows.remove(subject);
    }
}
