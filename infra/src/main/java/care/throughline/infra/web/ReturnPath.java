package care.throughline.infra.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of this site that a browser goes back to after a form; never another site's. */
final class ReturnPath {

    private static final String HOME = "/";

    private ReturnPath() {}

    /** The form's {@code return} field, else the page that the browser says it came from, else the start page. */
    static String of(HttpServletRequest request) {
        return Stream.of(local(request.getParameter("return")), referer(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(HOME);
    }

    /** The same page, asking for everything up to this position. */
    static String after(String path, OptionalLong position) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(path).replaceQueryParam("after");
        position.ifPresent(value -> uri.queryParam("after", value));
        return uri.build(true).toUriString();
    }

    /** A path with its query if it is one of ours: absolute, without scheme, host, backslash or control character. */
    static Optional<String> local(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(path);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? Optional.empty() : Optional.of(pathOf(uri));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> referer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.REFERER);
        if (header == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(header);
            return request.getServerName().equalsIgnoreCase(uri.getHost()) && uri.getRawPath() != null
                    ? local(pathOf(uri))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static String pathOf(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
