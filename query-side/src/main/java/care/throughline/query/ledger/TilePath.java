package care.throughline.query.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tile an address of C2SP {@code tlog-tiles} means: {@code x001/x234/067} or {@code x001/x234/067.p/8}. */
record TilePath(long index, int width) {

    private static final int FULL = 256;
    private static final Pattern ADDRESS = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static Optional<TilePath> parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group(1).replaceAll("[x/]", ""));
        int width = matcher.group(2) == null ? FULL : Integer.parseInt(matcher.group(2));
        boolean tidy = !matcher.group(1).startsWith("x000") && (matcher.group(2) == null || width < FULL);
        return tidy ? Optional.of(new TilePath(index, width)) : Optional.empty();
    }
}
