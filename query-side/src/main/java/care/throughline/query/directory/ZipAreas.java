package care.throughline.query.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The middle of each ZIP code area of the United States, read when it is first asked for. Source: internal points of the
 * ZIP code tabulation areas in the US Census Bureau Gazetteer of 2021, public domain, to a hundredth of a degree. A ZIP code
 * without an area of its own, such as one of post office boxes, is not in it.
 */
final class ZipAreas {

    private static final String FILE = "/directory/zip-areas.txt.gz";
    private static final double EARTH_MILES = 3958.8;

    private ZipAreas() {}

    /** A place on the globe, in degrees. */
    private record Middle(double latitude, double longitude) {}

    private static final class Known {
        private static final Map<String, Middle> AREAS = read();
    }

    static boolean knows(String zip) {
        return Known.AREAS.containsKey(zip);
    }

    /** Miles in a straight line from the middle of one area to that of the other, empty if one is not known. */
    static OptionalDouble miles(String from, String to) {
        Middle here = Known.AREAS.get(from);
        Middle there = Known.AREAS.get(to);
        return here == null || there == null ? OptionalDouble.empty() : OptionalDouble.of(miles(here, there));
    }

    /** By the haversine formula on a round earth. */
    private static double miles(Middle here, Middle there) {
        double north = Math.sin(Math.toRadians(there.latitude() - here.latitude()) / 2);
        double east = Math.sin(Math.toRadians(there.longitude() - here.longitude()) / 2);
        double chord = north * north
                + Math.cos(Math.toRadians(here.latitude())) * Math.cos(Math.toRadians(there.latitude())) * east * east;
        return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static Map<String, Middle> read() {
        try (InputStream file = Objects.requireNonNull(ZipAreas.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            Map<String, Middle> areas = new HashMap<>();
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ", -1);
                    areas.put(parts[0], new Middle(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
                }
            }
            return Map.copyOf(areas);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
