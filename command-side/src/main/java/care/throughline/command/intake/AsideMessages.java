package care.throughline.command.intake;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.command.intake.IntakeCommand.Correct;
import care.throughline.command.intake.IntakeCommand.Discard;
import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do with messages that could not be applied: read, correct, replay, discard. */
public final class AsideMessages {

    private static final Logger LOG = LoggerFactory.getLogger(AsideMessages.class);

    private final Filing filing;
    private final MessageTexts texts;
    private final Intake intake;
    private final List<Reader> readers;
    private final Commands commands;
    private final Clock clock;

    public AsideMessages(
            Filing filing, MessageTexts texts, Intake intake, List<Reader> readers, Commands commands, Clock clock) {
        this.filing = filing;
        this.texts = texts;
        this.intake = intake;
        this.readers = readers;
        this.commands = commands;
        this.clock = clock;
    }

    /** The last text; bytes that are no UTF-8 show as replacement characters.
     *
     * @throws Rejected if there is no such message or its key was forgotten
     */
    public String text(MessageId id) {
        return new String(filing.open(id).text().get(), StandardCharsets.UTF_8);
    }

    /** Keeps a better text, UTF-8, beside the first.
     *
     * @throws Rejected if the message does not wait
     */
    public Recorded correct(MessageId id, String text, StaffId by) {
        filing.open(id);
        byte[] message = text.replace("\r\n", "\r").replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
        String digest =
                filing.digest(reader(filing.open(id).channel()).read(message).head());
        Recorded recorded = commands.send(new Correct(id, by, digest, clock.instant()));
        filing.correct(id, message);
        return recorded;
    }

    /** Reads and applies the last text again.
     *
     * @throws Rejected if there is no such message or its key was forgotten
     */
    public Answered replay(MessageId id, String actor) {
        Filing.Opened opened = filing.open(id);
        return intake.settle(id, reader(opened.channel()).read(opened.text().get()), actor);
    }

    /** Decides that it shall not be applied.
     *
     * @throws Rejected if the message does not wait
     */
    public Recorded discard(MessageId id, String reason, StaffId by) {
        return commands.send(new Discard(id, by, reason, clock.instant()));
    }

    /** Finishes what a stop of the system interrupted; what fails again is left for the next start. */
    public void finishInterrupted(Instant before) {
        for (MessageId id : texts.unsettled(before)) {
            try {
                Filing.Opened opened = filing.open(id);
                intake.finish(id, reader(opened.channel()), opened.text().get(), "system:recovery");
            } catch (RuntimeException e) {
                LOG.error("message {} could not be finished after a stop", id, e);
            }
        }
    }

    private Reader reader(String channel) {
        return readers.stream()
                .filter(reader -> reader.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader for channel " + channel));
    }
}
