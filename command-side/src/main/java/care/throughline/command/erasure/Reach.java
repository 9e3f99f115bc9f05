package care.throughline.command.erasure;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.erasure.Scope;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Knows how far the erasure of a person reaches: their records, and the messages that told of them. */
interface Reach {

    /** Whom a message told of, as it was applied. */
    void learn(MessageId message, Collection<PatientId> patients);

    /** Which record a record was merged into, null for none; what was learned later stays. */
    void learn(PatientId patient, @Nullable PatientId survivor, long version);

    /** Everything that goes with the person of this record. */
    Scope of(PatientId patient);

    /** These records are erased: messages that told of them tell of the others alone from now on. */
    void letGo(Collection<PatientId> records);
}
