package care.throughline.infra.sealing;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** For every subject a key that follows from its name, so that what is sealed in a frozen sample opens for ever. */
final class SampleKeys implements KeyRows {

    private final MasterKeys masters;

    SampleKeys(MasterKeys masters) {
        this.masters = masters;
    }

    @Override
    public Map<String, Row> find(Collection<String> subjects) {
        return subjects.stream().distinct().collect(Collectors.toMap(Function.identity(), this::row));
    }

    private Row row(String subject) {
        return masters.wrap(subject, masters.current().derive("sample " + subject));
    }

    @Override
    public Row findOrAdd(String subject, Row row) {
        return row(subject);
    }

    @Override
    public void forget(String subject, String master) {
        throw new UnsupportedOperationException("a sample is never forgotten");
    }

    @Override
    public void scrub() {}

    @Override
    public boolean any() {
        return true;
    }

    @Override
    public boolean rewrap(String subject, Row before, Row after) {
        return false;
    }

    @Override
    public Map<String, Row> wrappedByOther(String master, int limit) {
        return Map.of();
    }
}
