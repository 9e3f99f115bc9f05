package care.throughline.command.patient;

import care.throughline.command.Commands;
import care.throughline.command.patient.PatientCommand.AskSurvivor;
import care.throughline.events.PatientId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Follows merges from a record to the one that stands for the person now. */
public final class Survivors {

    static final Comparator<PatientId> BY_ID = Comparator.comparing(PatientId::value);

    private final Commands commands;

    public Survivors(Commands commands) {
        this.commands = commands;
    }

    /** The record that stands for the person; a ring, which two sources can tell at once, ends at its smallest id. */
    public PatientId rootOf(PatientId record, Map<String, String> metadata) {
        Set<PatientId> seen = new HashSet<>();
        PatientId here = record;
        while (seen.add(here)) {
            PatientId next = after(here, metadata);
            if (next.equals(here)) {
                return here;
            }
            here = next;
        }
        return ring(here, metadata).first();
    }

    /** The record this one was merged into, or itself. */
    PatientId after(PatientId record, Map<String, String> metadata) {
        return commands.ask(new AskSurvivor(record), metadata, PatientId.class);
    }

    private NavigableSet<PatientId> ring(PatientId start, Map<String, String> metadata) {
        NavigableSet<PatientId> ring = new TreeSet<>(BY_ID);
        PatientId here = start;
        while (ring.add(here)) {
            here = after(here, metadata);
        }
        return ring;
    }
}
