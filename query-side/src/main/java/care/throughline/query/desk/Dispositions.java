package care.throughline.query.desk;

import org.jspecify.annotations.Nullable;

/** Where somebody was discharged to, in words; UB-04 patient discharge status codes. */
public final class Dispositions {

    private Dispositions() {}

    /** {@code home}, {@code with home health} and so on; the code itself for what has no word here. */
    public static String to(@Nullable String code) {
        if (code == null) {
            return "(where to is not told yet)";
        }
        return switch (code) {
            case "01" -> "home";
            case "02" -> "to another hospital";
            case "03" -> "to a skilled nursing facility";
            case "04" -> "to assisted living";
            case "06" -> "home with home health";
            case "07" -> "against advice";
            case "20" -> "by death";
            case "50" -> "to hospice at home";
            case "51" -> "to a hospice facility";
            default -> "with disposition " + code;
        };
    }
}
