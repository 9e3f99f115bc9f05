package care.throughline.command;

import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import java.util.Collection;
import org.axonframework.messaging.MetaData;

/** Puts labels on events as they are applied. */
public final class Labels {

    private Labels() {}

    /** The metadata that labels an event so. */
    public static MetaData of(Collection<Sensitivity> labels) {
        return labels.isEmpty() ? MetaData.emptyInstance() : MetaData.with(Meta.LABELS, Sensitivity.print(labels));
    }
}
