package care.throughline.infra.intake;

import static care.throughline.infra.security.Capability.READ_MESSAGES;
import static care.throughline.infra.security.Capability.REPAIR_MESSAGES;

import care.throughline.command.Rejected;
import care.throughline.command.intake.AsideMessages;
import care.throughline.events.MessageId;
import care.throughline.infra.security.Permissions;
import care.throughline.query.intake.MessageText;

/** Opens the text of a message only to those who may read messages; a text that is gone has none to show. */
final class TextForReaders implements MessageText {

    private final AsideMessages messages;
    private final Permissions permissions;

    TextForReaders(AsideMessages messages, Permissions permissions) {
        this.messages = messages;
        this.permissions = permissions;
    }

    @Override
    public Opened open(MessageId message) {
        if (!permissions.allow(READ_MESSAGES)) {
            return new Opened.Closed();
        }
        try {
            return new Opened.Text(messages.text(message), permissions.allow(REPAIR_MESSAGES));
        } catch (Rejected gone) {
            return new Opened.Gone();
        }
    }
}
