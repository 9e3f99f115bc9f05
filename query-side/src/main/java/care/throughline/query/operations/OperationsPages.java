package care.throughline.query.operations;

import care.throughline.query.Operations;
import care.throughline.query.Operations.DeadLetter;
import care.throughline.query.Operations.Processor;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What operators see and do: each button posts, and the page that follows shows what came of it. */
@Controller
@RequestMapping("/operations")
class OperationsPages {

    private static final ModelAndView BACK = new ModelAndView("redirect:/operations");

    private final Operations operations;
    private final ZoneId zone;

    OperationsPages(Operations operations, ZoneId zone) {
        this.operations = operations;
        this.zone = zone;
    }

    /** Why an event is given up; kept with who did it. */
    record Discard(String reason) {}

    @GetMapping
    ModelAndView show() {
        return page("operations/page");
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/state")
    ModelAndView state() {
        return page("operations/state");
    }

    @PostMapping("/projections/{name}/rebuild")
    ModelAndView rebuild(@PathVariable String name) {
        operations.rebuild(name);
        return BACK;
    }

    @PostMapping("/heal")
    ModelAndView heal() {
        operations.heal();
        return BACK;
    }

    @PostMapping("/dead-letters/{id}/retry")
    ModelAndView retry(@PathVariable long id) {
        boolean succeeded = operations.retry(id);
        return new ModelAndView("redirect:/operations?retried=" + succeeded);
    }

    @PostMapping("/dead-letters/retry")
    ModelAndView retryAll(@RequestParam String processor) {
        boolean succeeded = operations.retryAll(processor) == 0;
        return new ModelAndView("redirect:/operations?retried=" + succeeded);
    }

    @PostMapping("/dead-letters/{id}/discard")
    ModelAndView discard(@PathVariable long id, @RequestBody Discard discard, Principal operator) {
        operations.discard(id, discard.reason(), operator.getName());
        return BACK;
    }

    private ModelAndView page(String view) {
        List<Processor> processors = operations.processors();
        List<DeadLetter> letters = operations.deadLetters();
        return new ModelAndView(view, Map.of("page", new OperationsPage(processors, letters, zone)));
    }
}
