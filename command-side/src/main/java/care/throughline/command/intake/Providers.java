package care.throughline.command.intake;

import java.util.List;

/** The providers that were introduced so far. */
public interface Providers {

    /** Remembers them; the name told last stays. */
    void keep(List<Provider> providers);

    /** Whether somebody of this kind was introduced under this number. */
    boolean knows(String kind, String system, String value);
}
