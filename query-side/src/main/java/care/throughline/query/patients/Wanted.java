package care.throughline.query.patients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a person: beginnings of names, a birth date, numbers; all of them have to fit.
 *
 * @param names folded, each at least one letter
 * @param birthDate as {@code 1948-08-24} or in the American order {@code 8/24/1948}
 * @param numbers in capitals, as assigners write them
 * @param phone ten digits, empty if there is none
 */
record Wanted(List<String> names, Optional<LocalDate> birthDate, List<String> numbers, String phone) {

    private static final int LONGEST = 200;
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern AMERICAN = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern PHONE =
            Pattern.compile("(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\b\\d{3}[ .-]?)\\d{3}[ .-]?\\d{4}\\b");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}.-]*\\p{N}[\\p{L}\\p{N}.-]*");

    static Wanted parse(String typed) {
        String rest = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        Optional<LocalDate> birthDate = date(ISO.matcher(rest), 1, 2, 3);
        if (birthDate.isEmpty()) {
            birthDate = date(AMERICAN.matcher(rest), 3, 1, 2);
        }
        if (birthDate.isPresent()) {
            rest = AMERICAN.matcher(ISO.matcher(rest).replaceAll(" ")).replaceAll(" ");
        }
        Matcher phone = PHONE.matcher(rest);
        String digits = phone.find() ? lastTen(phone.group()) : "";
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(digits.isEmpty() ? rest : phone.replaceFirst(" "));
        while (number.find()) {
            numbers.add(number.group().toUpperCase(Locale.ROOT));
        }
        String names = NUMBER.matcher(digits.isEmpty() ? rest : phone.replaceFirst(" "))
                .replaceAll(" ");
        return new Wanted(Folded.parts(names), birthDate, List.copyOf(numbers), digits);
    }

    /** Nothing to look for, or so little that half the register would fit. */
    boolean isTooLittle() {
        boolean shortName = names.stream().allMatch(name -> name.length() < 2);
        return birthDate.isEmpty() && numbers.isEmpty() && phone.isEmpty() && shortName;
    }

    private static String lastTen(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(digits.length() - 10);
    }

    private static Optional<LocalDate> date(Matcher found, int year, int month, int day) {
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(month)),
                    Integer.parseInt(found.group(day))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
