package care.throughline.infra.outbox;

import care.throughline.query.Outbox;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators look at messages that leave, and decide about those that are stuck. */
@RestController
@RequestMapping("/api/operations/outbox")
class OutboxApi {

    private final Outbox outbox;

    OutboxApi(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Messages that were not sent and not given up, the oldest first. */
    @GetMapping
    List<Outbox.Message> open() {
        return outbox.open();
    }

    /** Tries one again at once, under the same id. */
    @PostMapping("/{number}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable long number) {
        outbox.retry(number);
    }

    /** Gives one up: it is never sent. */
    @PostMapping("/{number}/given-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(@PathVariable long number, @RequestBody GivingUp giving, Principal operator) {
        outbox.giveUp(number, giving.reason(), operator.getName());
    }

    /** Why a message is given up, without names; kept with who did it. */
    record GivingUp(String reason) {}
}
