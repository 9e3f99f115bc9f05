package care.throughline.command.directory;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.events.PerformerId;
import care.throughline.events.directory.Reach;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a performer's system is to be told, as a client says it; what the channel does not need is left out.
 *
 * @param address {@code host:port} for HL7, the base of the server for FHIR
 * @param application how the system calls itself (MSH-3)
 * @param facility how its house is called (MSH-4)
 */
record Reaching(
        Reach.Channel channel,
        @Nullable String address,
        @Nullable Boolean tls,
        @Nullable String application,
        @Nullable String facility) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}:([0-9]{1,5})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    DirectoryCommand.ChangeReach of(PerformerId performer, Instant now) {
        Reach reach = switch (channel) {
            case NONE -> Reach.BY_PEOPLE;
            case LINK -> new Reach(Reach.Channel.LINK, "", false, "", "");
            case FHIR -> fhir();
            case HL7 -> hl7();
        };
        return new DirectoryCommand.ChangeReach(performer, reach, now);
    }

    private Reach fhir() {
        String base = Texts.required(address, "The address", Texts.LINE).replaceAll("/+$", "");
        return new Reach(Reach.Channel.FHIR, base, isSecure(base), "", "");
    }

    private static boolean isSecure(String base) {
        try {
            URI uri = URI.create(base);
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (SCHEMES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && plain) {
                return uri.getScheme().equals("https");
            }
            throw new IllegalArgumentException("no base of a server");
        } catch (IllegalArgumentException e) {
            throw new Rejected(
                    "address-unclear", "Give the base of the FHIR server, for example https://fhir.example.org/r4.");
        }
    }

    private Reach hl7() {
        String said = Texts.required(address, "The address", Texts.LINE);
        var matcher = HOST_AND_PORT.matcher(said);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (port < 1 || port > 65_535) {
            throw new Rejected(
                    "address-unclear", "Give host and port of its MLLP listener, for example 10.1.2.3:2575.");
        }
        return new Reach(
                Reach.Channel.HL7,
                said,
                Objects.requireNonNullElse(tls, false),
                name(application, "The application (MSH-3)"),
                name(facility, "The facility (MSH-4)"));
    }

    /** These stand in messages between delimiters. */
    private static String name(@Nullable String text, String what) {
        String said = Texts.required(text, what, Texts.LINE);
        if (!NAME.matcher(said).matches()) {
            throw new Rejected("name-malformed", what + " has at most 50 letters, digits, blanks or . _ -");
        }
        return said;
    }
}
