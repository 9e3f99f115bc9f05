package care.throughline.infra.projections;

import care.throughline.query.Operations;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators look at processors, rebuild read models, and decide about dead letters. */
@RestController
@RequestMapping("/api/operations")
class OperationsApi {

    private final Operations operations;

    OperationsApi(Operations operations) {
        this.operations = operations;
    }

    @GetMapping("/projections")
    List<Operations.Processor> processors() {
        return operations.processors();
    }

    @PostMapping("/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String name) {
        operations.rebuild(name);
    }

    @PostMapping("/heal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Healed heal() {
        return new Healed(operations.heal());
    }

    @GetMapping("/dead-letters")
    List<Operations.DeadLetter> deadLetters() {
        return operations.deadLetters();
    }

    @PostMapping("/dead-letters/{id}/retry")
    Retried retry(@PathVariable long id) {
        return new Retried(operations.retry(id));
    }

    @PostMapping("/dead-letters/retry")
    Left retryAll(@RequestParam String processor) {
        return new Left(operations.retryAll(processor));
    }

    @PostMapping("/dead-letters/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, @RequestBody Discard discard, Principal operator) {
        operations.discard(id, discard.reason(), operator.getName());
    }

    /** The processors that were beyond the end of the store and are put right. */
    record Healed(List<String> processors) {}

    /** Why an event is given up; kept with who did it. */
    record Discard(String reason) {}

    /** Whether the event and all behind it succeeded. */
    record Retried(boolean succeeded) {}

    /** How many dead letters are left. */
    record Left(int left) {}
}
