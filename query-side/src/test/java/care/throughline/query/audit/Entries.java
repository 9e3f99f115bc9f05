package care.throughline.query.audit;

import java.time.Instant;

/** Events of an audit, made by hand. */
final class Entries {

    private static final Instant NOON = Instant.parse("2026-11-10T17:00:00Z");

    private Entries() {}

    /** An event of this id that this other one caused. */
    static Trail.Entry of(long position, String id, String cause) {
        return new Trail.Entry(
                position,
                id,
                "stay.Discharged",
                "stay",
                "stay_1",
                "pat_1",
                "Quill, Ann",
                "Discharged to home",
                "system:mllp",
                "INTEGRATION",
                "TREAT",
                "hl7:RVBND",
                NOON,
                NOON.plusSeconds(position),
                "msg_1",
                cause);
    }
}
