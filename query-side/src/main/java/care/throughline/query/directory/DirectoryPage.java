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
        FindPerformers asked, List<Entry> found, List<String> languages, LocalDate today, ZoneId zone) {

    /** How long ago something was made sure of. */
    public String since(Instant moment) {
        return Words.distance(LocalDate.ofInstant(moment, zone), today);
    }
}
