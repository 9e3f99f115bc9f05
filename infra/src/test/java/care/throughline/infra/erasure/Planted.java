package care.throughline.infra.erasure;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A person made of words that occur nowhere else, and the messages that tell of them. */
public final class Planted {

    public static final String NOTE = "afraid of the Wendeltreppe";
    public static final String REASON = "says Tante Vexolotl";
    public static final String WISH = "longs for the Nebelkranich";
    public static final String RECORD_NUMBER = "0099887";

    private Planted() {}

    /** Everything personal that is ever told of the person. */
    public static List<String> words() {
        return List.of(
                "Zzyzerqvist",
                "ZZYZERQVIST",
                "zzyzerqvist",
                "Quaxolotl",
                "quaxolotl",
                "77 Wombatgasse",
                "Krakelheim",
                "5550177663",
                "1903-07-29",
                "19030729",
                RECORD_NUMBER,
                "E99112233",
                "V9911223",
                "Qworblitis",
                "Knorxwurst",
                NOTE,
                REASON,
                WISH);
    }

    public static byte[] admission() {
        return message("A01", "privacy-1", "I|4W^481^A^RVBND", "202609280912||||||||", "20260928091400");
    }

    public static byte[] discharge() {
        return message("A03", "privacy-2", "I|4W^481^A^RVBND", "202609280912|202610011500|||||||", "20261001150100");
    }

    /** Somebody of the same number, told of later. */
    public static byte[] later() {
        return message("A01", "privacy-3", "I|4W^481^A^RVBND", "202611180912||||||||", "20261118091400");
    }

    private static byte[] message(String trigger, String control, String place, String times, String at) {
        String disposition = trigger.equals("A03") ? "01" : "";
        return String.join(
                        "\r",
                        "MSH|^~\\&|RIVERADT|RVBND|CARECOORD|CLINIC|" + at + "||ADT^" + trigger + "^ADT_A01|" + control
                                + "|P|2.5.1|||||USA|UNICODE UTF-8",
                        "EVN|" + trigger + "|" + at + "|||REG26|" + at,
                        "PID|1||E99112233^^^BAYHIE&2.16.840.1.113883.19.4.900&ISO^PI~" + RECORD_NUMBER
                                + "^^^RVBND&2.16.840.1.113883.19.4.1&ISO^MR||Zzyzerqvist^Quaxolotl^^^^^L||19030729|F||"
                                + "2106-3^White^CDCREC|77 Wombatgasse^^Krakelheim^MA^02770^USA^H||555-017-7663^PRN^PH||en",
                        "NK1|1|Knorxwurst^Alex|SPO^Spouse^HL70063",
                        "PV1|1|" + place
                                + "|E|||9999901424^Whitfield^James^^^DR|||MED||||1|||||V9911223^^^RVBND&2.16.840.1.113883.19.4.1&ISO^VN|||||||||||||||||"
                                + disposition + "||||||||" + times,
                        "DG1|1||J18.9^Qworblitis^I10||" + at + "|A")
                .getBytes(StandardCharsets.UTF_8);
    }
}
