package care.throughline.query.audit;

import java.util.Locale;

/** An element of the audit by which it can be sorted. */
public enum Column {
    POSITION("Position", "position"),
    RECORDED("Recorded", "recorded_at"),
    HAPPENED("Happened", "occurred_at"),
    EVENT("Event", "name"),
    CAPABILITY("Capability", "capability"),
    PATIENT("Patient", "patient_id"),
    ACTOR("Who", "actor"),
    ROLE("Role", "role"),
    PURPOSE("Purpose", "purpose"),
    SOURCE("Source", "source"),
    STREAM("About", "stream"),
    CORRELATION("Started by", "correlation_id");

    private final String label;
    private final String sql;

    Column(String label, String sql) {
        this.label = label;
        this.sql = sql;
    }

    public String label() {
        return label;
    }

    /** As it stands in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sql() {
        return sql;
    }

    /** How a place in this column is bound. */
    String bound() {
        return switch (this) {
            case POSITION -> "cast(:value as bigint)";
            case RECORDED, HAPPENED -> "cast(:value as timestamptz)";
            case EVENT, CAPABILITY, PATIENT, ACTOR, ROLE, PURPOSE, SOURCE, STREAM, CORRELATION -> ":value";
        };
    }
}
