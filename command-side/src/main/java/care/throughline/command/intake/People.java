package care.throughline.command.intake;

import care.throughline.events.PatientId;
import care.throughline.events.patient.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Knows whose numbers are whose. */
public interface People {

    /** The record these numbers lead to, registered if nobody knew them; records shown to be one are linked. */
    PatientId identify(List<Identifier> identifiers, Instant toldAt, Map<String, String> metadata);

    /** The retired number means the survivor from now on. */
    void merge(PatientId survivor, Identifier retired, Instant toldAt, Map<String, String> metadata);
}
