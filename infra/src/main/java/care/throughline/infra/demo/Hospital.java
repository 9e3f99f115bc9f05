package care.throughline.infra.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The hospitals that report to the demo clinic, each with its own way of writing HL7. */
enum Hospital {
    RIVERBEND("RIVERADT", "RVBND", "2.16.840.1.113883.19.4.1", "2.5.1", "America/New_York"),
    ST_CLARE("ADMIT3", "STCLR", "2.16.840.1.113883.19.4.2", "2.3", "America/New_York"),
    LAKESHORE("BEDBOARD", "LKSHR", "2.16.840.1.113883.19.4.3", "2.5.1", "America/Chicago"),
    /** A substance use disorder program as a whole. */
    HARBOR("HARBOR", "HBREC", "2.16.840.1.113883.19.4.4", "2.5.1", "America/New_York");

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final String application;
    private final String code;
    private final String oid;
    private final String version;
    private final ZoneId zone;

    Hospital(String application, String code, String oid, String version, String zone) {
        this.application = application;
        this.code = code;
        this.oid = oid;
        this.version = version;
        this.zone = ZoneId.of(zone);
    }

    String application() {
        return application;
    }

    String code() {
        return code;
    }

    String version() {
        return version;
    }

    /** The hospital as an assigner of numbers, in the subcomponents of a CX. */
    String assigner() {
        return code + "&" + oid + "&ISO";
    }

    /** A moment as this hospital's clocks on the wall show it. */
    String write(Instant moment) {
        return TO_THE_SECOND.format(moment.atZone(zone));
    }

    /** St. Clare has words of its own for where patients go; the others use UB-04 codes. */
    String disposition(String ub04) {
        if (this != ST_CLARE) {
            return ub04;
        }
        return switch (ub04) {
            case "01" -> "HOM";
            case "02" -> "TRF";
            case "03" -> "SNF";
            case "04" -> "ALF";
            case "06" -> "HHC";
            case "07" -> "AMA";
            case "20" -> "EXP";
            default -> ub04;
        };
    }
}
