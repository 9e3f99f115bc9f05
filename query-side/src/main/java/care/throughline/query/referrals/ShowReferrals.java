package care.throughline.query.referrals;

import care.throughline.events.directory.Specialty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the board: everything that goes on, and what was over in the last 60 days.
 *
 * @param coordinator only patients of this account, empty for all
 * @param specialty null for all
 * @param stuck only what should have gone on before today
 * @param today the day in the organisation's zone
 */
public record ShowReferrals(String coordinator, @Nullable Specialty specialty, boolean stuck, LocalDate today) {}
