package care.throughline.query.desk;

import care.throughline.query.desk.FindWorklist.Place;
import java.util.Comparator;

/** One line of the worklist, whatever work it stands for; all kinds stand in one order. */
public sealed interface Shown permits ShownLine, ShownReferral, ShownAuthorization, ShownAppointment {

    Comparator<Shown> IN_ORDER = Comparator.comparing(Shown::place);

    /** Names the line in addresses and on the page. */
    String item();

    Place place();

    /** Whose work it is, as their name is written. */
    String who();
}
