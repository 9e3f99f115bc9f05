package care.throughline.query.intake;

import care.throughline.events.MessageId;
import care.throughline.query.Reads;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Inbound messages as JSON: what became of each, what it caused, and its text for those who may read it. */
@RestController
@RequestMapping("/api/intake")
@Reads({"intake_log", "timeline"})
class MessagesApi {

    private final Messages messages;
    private final Timelines timelines;
    private final MessageText text;

    MessagesApi(Messages messages, Timelines timelines, MessageText text) {
        this.messages = messages;
        this.timelines = timelines;
        this.text = text;
    }

    /** What a message did to one record. */
    record Caused(long position, String event, String patient) {}

    /** A message with what it caused. */
    record Shown(Messages.Message message, List<Caused> caused) {}

    /** A page; what waits comes oldest first, everything else newest first. {@code from} is the last page's {@code next}. */
    @GetMapping
    Messages.Page list(
            @RequestParam(defaultValue = "all") String filter, @RequestParam(required = false) @Nullable Long from) {
        return messages.find(Messages.Filter.valueOf(filter.toUpperCase(Locale.ROOT)), from);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable MessageId id) {
        List<Caused> caused =
                timelines.causedBy(id.value()).stream().map(MessagesApi::caused).toList();
        return new Shown(messages.show(id).orElseThrow(MessagesApi::unknown), caused);
    }

    /** The last text, as received or as corrected; 404 if it is not kept or was forgotten. */
    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(@PathVariable MessageId id) {
        Messages.Message known = messages.show(id).orElseThrow(MessagesApi::unknown);
        messages.about(new MessageId(known.message()));
        return switch (text.open(id)) {
            case MessageText.Opened.Text opened -> opened.text();
            case MessageText.Opened.Gone gone -> throw unknown();
            case MessageText.Opened.Closed closed -> throw unknown();
        };
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such message.");
    }

    private static Caused caused(Moment moment) {
        return new Caused(moment.position(), moment.name(), moment.patient());
    }
}
