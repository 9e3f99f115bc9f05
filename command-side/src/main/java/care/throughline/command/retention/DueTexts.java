package care.throughline.command.retention;

import care.throughline.events.MessageId;
import care.throughline.events.erasure.RecordClass;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of messages whose retention period is over, and the end of their keys; infra provides it. */
public interface DueTexts {

    /**
     * Those that ended before this day and can still be read; none that tell of somebody under a legal hold.
     *
     * @param before in the organisation's zone
     * @param after only those behind this one in the order of arrival, null for the first
     */
    List<MessageId> next(RecordClass recordClass, LocalDate before, @Nullable MessageId after, int atMost);

    /** How many are due and stay because of a legal hold. */
    int held(RecordClass recordClass, LocalDate before);

    /** Nobody can read them again; repeating is harmless. */
    void destroyKeys(Collection<MessageId> messages);
}
