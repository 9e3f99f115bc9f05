package care.throughline.infra.access;

import care.throughline.events.PatientId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody asked for.
 *
 * @param view method and route as a template
 * @param path what the template was filled with; never recorded
 * @param from the network address
 */
record Asked(String view, String path, String from) {

    private static final Pattern PATIENT = Pattern.compile("/(" + PatientId.PREFIX + "[A-Za-z0-9-]{1,64})(?=/|$)");

    /** The record that the address names, if it names one: all that is known of a request that was refused. */
    Set<String> named() {
        Matcher found = PATIENT.matcher(path);
        return found.find() ? Set.of(found.group(1)) : Set.of();
    }
}
