package care.throughline.command.hl7;

import care.throughline.command.intake.News.Life;
import care.throughline.events.patient.DemographicField;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Reads who a person is from PID: only what was said, empty text for what is to be deleted. */
record Person(Fields pid, Fields insurance, Hl7Time times) {

    Map<DemographicField, String> demographics() {
        Map<DemographicField, String> told = new EnumMap<>(DemographicField.class);
        name(told);
        address(told);
        put(told, DemographicField.BIRTH_DATE, birthDate());
        put(told, DemographicField.SEX, sex());
        put(told, DemographicField.PHONE, phone());
        put(told, DemographicField.LANGUAGE, language());
        put(told, DemographicField.RACE, pid.get(10));
        put(told, DemographicField.ETHNICITY, pid.get(22));
        put(told, DemographicField.PAYER, insurance.get(4));
        return told;
    }

    Life life() {
        String dead = pid.get(30);
        String since = pid.get(29);
        if (dead.equals("N") || dead.equals(Fields.DELETE)) {
            return new Life.Alive();
        }
        return dead.equals("Y") || Fields.said(since) != null
                ? new Life.Dead(times.instant(since, "PID-29"))
                : new Life.Unsaid();
    }

    private void name(Map<DemographicField, String> told) {
        int legal = repetitionOf(5, 7, "L");
        boolean all = deleted(5);
        put(told, DemographicField.FAMILY, pid.get(5, legal, 1));
        put(told, DemographicField.GIVEN, all ? Fields.DELETE : pid.get(5, legal, 2));
        put(told, DemographicField.MIDDLE, all ? Fields.DELETE : pid.get(5, legal, 3));
    }

    private void address(Map<DemographicField, String> told) {
        int home = repetitionOf(11, 7, "H");
        boolean all = deleted(11);
        put(told, DemographicField.STREET, pid.get(11, home, 1));
        put(told, DemographicField.CITY, all ? Fields.DELETE : pid.get(11, home, 3));
        put(told, DemographicField.STATE, all ? Fields.DELETE : pid.get(11, home, 4));
        put(told, DemographicField.ZIP, all ? Fields.DELETE : pid.get(11, home, 5));
    }

    /** A birth date may carry a time, which means nothing; one that is not a whole day is left out. */
    private String birthDate() {
        String told = pid.get(7);
        return Fields.said(told) == null || told.length() < 8 ? (told.equals(Fields.DELETE) ? told : "") : iso(told);
    }

    private static String iso(String told) {
        return Hl7Time.date(told, "PID-7").toString();
    }

    /** HL7 table 0001 knows more letters; ambiguous is other, not applicable is unknown. */
    private String sex() {
        String code = pid.get(8).toUpperCase(Locale.ROOT);
        return switch (code) {
            case "F", "M", "O", "U", Fields.DELETE -> code;
            case "A" -> "O";
            case "N" -> "U";
            default -> "";
        };
    }

    /** Digits without the extension; senders write them as one text (TN) or as area code and number (XTN). */
    private String phone() {
        String text = pid.get(13);
        if (text.equals(Fields.DELETE)) {
            return text;
        }
        String number = text.isEmpty() ? pid.get(13, 0, 6) + pid.get(13, 0, 7) : text;
        return number.split("[xX]", 2)[0].replaceAll("[^0-9]", "");
    }

    private String language() {
        String code = pid.get(15).toLowerCase(Locale.ROOT);
        if (code.isEmpty() || code.equals(Fields.DELETE)) {
            return code;
        }
        String language = code.split("[-_]", 2)[0];
        return language.length() == 2 ? language : LanguageCodes.twoLetters(language);
    }

    private boolean deleted(int field) {
        return pid.get(field).equals(Fields.DELETE) && pid.get(field, 0, 2).isEmpty();
    }

    private int repetitionOf(int field, int component, String code) {
        for (int repetition = 0; repetition < pid.repetitions(field); repetition++) {
            if (pid.get(field, repetition, component).equals(code)) {
                return repetition;
            }
        }
        return 0;
    }

    private static void put(Map<DemographicField, String> told, DemographicField field, String value) {
        if (!value.isEmpty()) {
            told.put(field, value.equals(Fields.DELETE) ? "" : value);
        }
    }
}
