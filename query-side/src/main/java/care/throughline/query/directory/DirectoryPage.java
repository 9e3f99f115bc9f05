package care.throughline.query.directory;

import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the page of the directory shows.
 *
 * @param languages to choose from, as tags
 */
public record DirectoryPage(
        FindPerformers asked, List<Entry> found, List<String> languages, Fresh fresh, LocalDate today, ZoneId zone) {

    /**
     * For how long what is said counts as fresh.
     *
     * @param verifyAfterDays after which somebody should ask whether an entry still holds
     * @param priceOldAfterDays after which a price counts as old
     * @param unverified who has not been asked for longer, the longest ago first
     */
    public record Fresh(int verifyAfterDays, int priceOldAfterDays, String rule, List<Entry> unverified) {}

    /** True if nobody has been asked for too long. */
    public boolean isUnverified(Entry entry) {
        return fresh.unverified().stream().anyMatch(one -> one.performer().equals(entry.performer()));
    }

    public boolean isOld(Price price) {
        return price.age(today) > fresh.priceOldAfterDays();
    }

    /** How long ago something was made sure of. */
    public String since(Instant moment) {
        return Words.distance(LocalDate.ofInstant(moment, zone), today);
    }
}
