package care.throughline.query;

import java.time.LocalDate;

/** For how long what the directory says counts as fresh; infra knows it from the rule pack. */
public interface Freshness {

    /** After how many days somebody should ask whether an entry still holds. */
    int verifyAfterDays(LocalDate today);

    /** After how many days a cash price counts as old. */
    int priceOldAfterDays(LocalDate today);

    /** The id of the rule that says so. */
    String rule(LocalDate today);
}
