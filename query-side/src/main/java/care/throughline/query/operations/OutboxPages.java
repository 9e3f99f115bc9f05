package care.throughline.query.operations;

import care.throughline.query.Outbox;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What operators see of messages that leave: each button posts, and the page that follows shows what came of it. */
@Controller
@RequestMapping("/operations/outbox")
class OutboxPages {

    private static final ModelAndView BACK = new ModelAndView("redirect:/operations/outbox");

    private final Outbox outbox;
    private final ZoneId zone;

    OutboxPages(Outbox outbox, ZoneId zone) {
        this.outbox = outbox;
        this.zone = zone;
    }

    /** Why a message is given up; kept with who did it. */
    record GivingUp(String reason) {}

    @GetMapping
    ModelAndView show() {
        OutboxPage page = new OutboxPage(outbox.open(), outbox.settled(), zone);
        return new ModelAndView("operations/outbox", Map.of("page", page));
    }

    @PostMapping("/{number}/retry")
    ModelAndView retry(@PathVariable long number) {
        outbox.retry(number);
        return BACK;
    }

    @PostMapping("/{number}/given-up")
    ModelAndView giveUp(@PathVariable long number, @RequestBody GivingUp giving, Principal operator) {
        outbox.giveUp(number, giving.reason(), operator.getName());
        return BACK;
    }
}
