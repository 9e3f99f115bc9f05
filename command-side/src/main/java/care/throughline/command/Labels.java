package care.throughline.command;

import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;

/** Puts labels on events as they are applied. */
public final class Labels {

    private Labels() {}

    /** These and those. */
    public static Set<Sensitivity> both(Set<Sensitivity> these, Set<Sensitivity> those) {
        return Stream.concat(these.stream(), those.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The metadata that labels an event so. */
    public static MetaData of(Collection<Sensitivity> labels) {
        return labels.isEmpty() ? MetaData.emptyInstance() : MetaData.with(Meta.LABELS, Sensitivity.print(labels));
    }
}
