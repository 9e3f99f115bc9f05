package care.throughline.command.patient;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.events.PatientId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people correct about who somebody is. */
@RestController
@RequestMapping("/api/patients/{patient}")
class PatientApi {

    private final Commands commands;
    private final Clock clock;

    PatientApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Takes the merge of this record into another one back. */
    @PostMapping("/unmerge")
    Recorded unmerge(@PathVariable PatientId patient, @RequestBody Undoing request) {
        String reason = Texts.required(request.reason(), "How you know that the merge was wrong", Texts.LINE);
        return commands.send(new Unmerge(patient, reason, clock.instant()));
    }

    record Undoing(@Nullable String reason) {}
}
