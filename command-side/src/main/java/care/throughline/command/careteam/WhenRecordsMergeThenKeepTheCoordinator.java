package care.throughline.command.careteam;

import care.throughline.command.Automation;
import care.throughline.command.Commands;
import care.throughline.command.careteam.CareTeamCommand.AskCoordinator;
import care.throughline.command.careteam.CareTeamCommand.Inherit;
import care.throughline.command.patient.Survivors;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.patient.PatientEvent.MergedInto;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/**
 * Leaves nobody without a coordinator because of a merge: whoever was accountable under the retired record is so under
 * the surviving one, unless somebody is already. It keeps nothing, and asking twice is harmless.
 */
public final class WhenRecordsMergeThenKeepTheCoordinator implements Automation {

    private static final String NAME = "when_records_merge_then_keep_the_coordinator";
    private static final Map<String, String> ITSELF = Map.of(
            Meta.ACTOR,
            "system:" + NAME,
            Meta.ROLE,
            "SYSTEM",
            Meta.PURPOSE,
            "TREAT",
            Meta.SOURCE,
            "automation:" + NAME);

    private final Commands commands;
    private final Survivors survivors;

    public WhenRecordsMergeThenKeepTheCoordinator(Commands commands) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
    }

    @Override
    public String name() {
        return NAME;
    }

    @EventHandler
    void on(MergedInto event) {
        StaffId coordinator = commands.ask(new AskCoordinator(event.patient()), ITSELF, Accountability.class)
                .coordinator();
        PatientId root = survivors.rootOf(event.patient(), ITSELF);
        if (coordinator != null && !root.equals(event.patient())) {
            commands.send(new Inherit(root, coordinator, event.occurredAt()), ITSELF);
        }
    }
}
