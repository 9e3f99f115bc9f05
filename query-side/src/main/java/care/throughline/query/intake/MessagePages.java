package care.throughline.query.intake;

import care.throughline.events.MessageId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.intake.Messages.Filter;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of inbound messages: the list, and one message with its text, what it caused, and what can be done about it. */
@Controller
@RequestMapping("/intake")
@Reads({"intake_log", "timeline", "patients"})
class MessagePages {

    private final Messages messages;
    private final Timelines timelines;
    private final MessageText text;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    MessagePages(Messages messages, Timelines timelines, MessageText text, Names names, Clock clock, ZoneId zone) {
        this.messages = messages;
        this.timelines = timelines;
        this.text = text;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable Filter show,
            @RequestParam(required = false) @Nullable Long from) {
        int waiting = messages.waiting();
        Filter filter = show != null ? show : waiting > 0 ? Filter.WAITING : Filter.ALL;
        return new ModelAndView(
                "intake/list",
                Map.of(
                        "page",
                        messages.find(filter, from),
                        "filter",
                        filter,
                        "waiting",
                        waiting,
                        "moments",
                        new MessageWords(clock.instant(), zone, names)));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable MessageId id) {
        return new ModelAndView(
                "intake/message",
                Map.of(
                        "message",
                        messages.show(id).orElseThrow(MessagesApi::unknown),
                        "about",
                        messages.about(id),
                        "caused",
                        timelines.causedBy(id.value()),
                        "text",
                        text.open(id),
                        "moments",
                        new MessageWords(clock.instant(), zone, names)));
    }
}
