package care.throughline.command.intake;

import care.throughline.command.Recorded;
import care.throughline.command.Texts;
import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one can do over HTTP with messages that were set aside; refusals are problems with a reason code. */
@RestController
@RequestMapping("/api/intake/{message}")
class IntakeApi {

    private final AsideMessages messages;

    IntakeApi(AsideMessages messages) {
        this.messages = messages;
    }

    /** A better text for the message; segments end with a line end of any kind. */
    record Correction(String text) {}

    /** Why a message shall not be applied, in a few words without personal data. */
    record Discarding(String reason) {}

    @PostMapping("/correct")
    Recorded correct(@PathVariable("message") MessageId message, @RequestBody Correction correction, Principal who) {
        String text = Texts.required(correction.text(), "The text", Texts.MESSAGE);
        messages.correct(message, text, new StaffId(who.getName()));
        return messages.replay(message, who.getName()).recorded();
    }

    @PostMapping("/replay")
    Recorded replay(@PathVariable("message") MessageId message, Principal who) {
        return messages.replay(message, who.getName()).recorded();
    }

    @PostMapping("/discard")
    Recorded discard(@PathVariable("message") MessageId message, @RequestBody Discarding discarding, Principal who) {
        String reason = Texts.required(discarding.reason(), "The reason", Texts.LINE);
        return messages.discard(message, reason, new StaffId(who.getName()));
    }
}
