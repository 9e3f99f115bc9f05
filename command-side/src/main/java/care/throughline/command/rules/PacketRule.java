package care.throughline.command.rules;

import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.PacketItem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a referral must bring along.
 *
 * @param clinical for everything that is care
 * @param social for help with a social need, where less is told
 * @param also what some ask for besides
 */
record PacketRule(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        Set<PacketItem> clinical,
        Set<PacketItem> social,
        Map<Specialty, Set<PacketItem>> also)
        implements Dated {

    Set<PacketItem> neededBy(Specialty specialty) {
        Set<PacketItem> needed = EnumSet.noneOf(PacketItem.class);
        needed.addAll(specialty.isSocial() ? social : clinical);
        needed.addAll(also.getOrDefault(specialty, Set.of()));
        return Set.copyOf(needed);
    }

    @Override
    public @Nullable String fault() {
        return null;
    }
}
