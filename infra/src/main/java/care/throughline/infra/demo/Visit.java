package care.throughline.infra.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** One visit of one person at one hospital, from which the hospital's messages are written. */
record Visit(
        Person person,
        Hospital hospital,
        String number,
        String patientClass,
        String admissionType,
        Illness illness,
        Instant admitted) {

    /** Why somebody is in hospital: an ICD-10-CM code and our words for it. */
    enum Illness {
        HEART_FAILURE("I50.9", "Heart failure"),
        PNEUMONIA("J18.9", "Pneumonia"),
        COPD("J44.1", "COPD with exacerbation"),
        HIP_FRACTURE("S72.001A", "Hip fracture"),
        STROKE("I63.9", "Stroke"),
        DIABETES("E11.65", "Type 2 diabetes with high blood sugar"),
        KIDNEY_INJURY("N17.9", "Acute kidney injury"),
        CELLULITIS("L03.90", "Cellulitis"),
        CHEST_PAIN("R07.9", "Chest pain"),
        KNEE_REPLACEMENT("M17.11", "Knee osteoarthritis, for replacement"),
        ATRIAL_FIBRILLATION("I48.91", "Atrial fibrillation"),
        HEART_ATTACK("I21.4", "Heart attack"),
        ALCOHOL("F10.20", "Alcohol dependence");

        private final String code;
        private final String words;

        Illness(String code, String words) {
            this.code = code;
            this.words = words;
        }
    }

    String message(String trigger, String controlId, Instant recorded, String rest) {
        return String.join("\r", header(trigger, controlId, recorded), event(trigger, recorded), pid(), rest) + "\r";
    }

    String admission() {
        return pv1("", "") + "\rDG1|1||" + illness.code + "^" + illness.words + "^I10||" + hospital.write(admitted)
                + "|A";
    }

    String discharge(Instant at, String disposition) {
        return pv1(hospital.disposition(disposition), hospital.write(at)) + "\rDG1|1||" + illness.code + "^"
                + illness.words + "^I10||" + hospital.write(at) + "|F";
    }

    private String header(String trigger, String controlId, Instant recorded) {
        return "MSH|^~\\&|" + hospital.application() + "|" + hospital.code() + "|CARECOORD|CLINIC|"
                + hospital.write(recorded) + "||ADT^" + trigger + "|" + controlId + "|P|" + hospital.version()
                + "|||||USA|UNICODE UTF-8";
    }

    private String event(String trigger, Instant recorded) {
        return "EVN|" + trigger + "|" + hospital.write(recorded);
    }

    String pid() {
        String own = person.number() + "^^^" + person.home().assigner() + "^MR";
        String regional = person.regionalNumber() + "^^^BAYHIE&2.16.840.1.113883.19.4.900&ISO^PI";
        String numbers = hospital == person.home() ? own + "~" + regional : regional;
        return "PID|1||" + numbers + "||" + person.family() + "^" + person.given() + "||"
                + person.birthDate().toString().replace("-", "") + "|" + person.sex() + "|||" + person.street() + "^^"
                + person.city() + "^MA^" + person.zip() + "^USA||" + person.phone() + "||" + person.language();
    }

    private String pv1(String disposition, String dischargedAt) {
        String[] field = new String[46];
        Arrays.fill(field, "");
        field[1] = "1";
        field[2] = patientClass.equals("OBS") ? "O" : patientClass;
        field[3] = (patientClass.equals("E") ? "ED" : "4W") + "^" + bed() + "^A^" + hospital.code();
        field[4] = admissionType;
        field[18] = patientClass.equals("OBS") ? "OBS" : "";
        field[19] = number;
        field[36] = disposition;
        field[44] = hospital.write(admitted);
        field[45] = dischargedAt;
        return "PV1|" + String.join("|", Arrays.asList(field).subList(1, field.length));
    }

    private String bed() {
        return String.format(Locale.ROOT, "%03d", 400 + Math.floorMod(number.hashCode(), 90));
    }
}
