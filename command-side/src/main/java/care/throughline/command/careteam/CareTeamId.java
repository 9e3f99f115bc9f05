package care.throughline.command.careteam;

import care.throughline.events.PatientId;
import care.throughline.events.TypedId;

/** The care team of one patient record; derived from it, because a store keeps one stream per id. */
public record CareTeamId(String value) implements TypedId {

    public static final String PREFIX = "team_";

    public CareTeamId {
        TypedId.check(PREFIX, value);
    }

    static CareTeamId of(PatientId patient) {
        return new CareTeamId(PREFIX + patient.value().substring(PatientId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
