package care.throughline.command.rules;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mondays to Fridays except the holidays of one calendar, as observed. */
final class BusinessDays {

    private final HolidayManager holidays;
    private final Map<Integer, Set<LocalDate>> observed = new ConcurrentHashMap<>();

    /** @param calendar the part of the file name in {@code holidays/Holidays_<calendar>.xml} */
    BusinessDays(String calendar) {
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(calendar));
    }

    /** The n-th business day after this day, which itself does not count. */
    LocalDate after(LocalDate day, int n) {
        LocalDate here = day;
        for (int left = n; left > 0; ) {
            here = here.plusDays(1);
            if (isBusinessDay(here)) {
                left--;
            }
        }
        return here;
    }

    boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !observedIn(day.getYear()).contains(day);
    }

    /** All holidays of a year as observed; New Year's Day of the next may be among them. */
    Set<LocalDate> observedIn(int year) {
        return observed.computeIfAbsent(year, this::find);
    }

    private Set<LocalDate> find(int year) {
        return IntStream.rangeClosed(year, year + 1)
                .mapToObj(Year::of)
                .flatMap(each -> holidays.getHolidays(each).stream())
                .map(BusinessDays::day)
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate day(Holiday holiday) {
        return holiday.getObservedDate().orElse(holiday.getActualDate());
    }
}
