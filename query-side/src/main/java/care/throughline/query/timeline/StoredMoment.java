package care.throughline.query.timeline;

import care.throughline.query.timeline.Moments.Changed;
import care.throughline.query.timeline.Moments.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A stored entry before its placeholders are filled in. */
record StoredMoment(Moment raw, List<String> what, List<String> from, List<String> to) {

    static StoredMoment of(ResultSet row, int number) throws SQLException {
        return new StoredMoment(
                new Moment(
                        row.getLong("position"),
                        row.getString("patient_id"),
                        row.getString("name"),
                        row.getString("topic"),
                        row.getString("sentence"),
                        row.getString("quote"),
                        List.of(),
                        "",
                        "",
                        instant(row, "happened_at"),
                        instant(row, "recorded_at"),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("source"),
                        row.getString("correlation_id")),
                texts(row, "changed"),
                texts(row, "changed_from"),
                texts(row, "changed_to"));
    }

    /** As people read it; of what is kept apart they read that it happened and not what was said.
     *
     * @param mute whether the words are kept apart from the viewer
     */
    Moment told(Phrases phrases, Told told, boolean mute) {
        String sentence = phrases.sentence(raw.sentence());
        return new Moment(
                raw.position(),
                raw.patient(),
                raw.name(),
                raw.topic(),
                mute ? sentence + Moments.KEPT_APART : sentence,
                mute ? null : raw.quote(),
                changes(phrases),
                phrases.fill(told.by(raw.source(), raw.actor())),
                Told.late(raw.happenedAt(), raw.recordedAt(), raw.source()),
                raw.happenedAt(),
                raw.recordedAt(),
                raw.actor(),
                raw.role(),
                raw.source(),
                raw.correlation());
    }

    /** What changed; what was told of a visit or its clocks for the first time is in the sentence already. */
    private List<Changed> changes(Phrases phrases) {
        List<Changed> changes = new ArrayList<>();
        for (int i = 0; i < what.size(); i++) {
            if (!from.get(i).isEmpty() || raw.name().equals("patient.DemographicsCorrected")) {
                changes.add(new Changed(what.get(i), phrases.fill(from.get(i)), phrases.fill(to.get(i))));
            }
        }
        return changes;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
