package care.throughline.query;

import java.time.LocalDate;

/** The days on which the organisation does not work although they are no weekend; infra knows them from the rule pack. */
@FunctionalInterface
public interface Holidays {

    boolean contains(LocalDate day);
}
