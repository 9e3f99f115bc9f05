package care.throughline.query.audit;

import java.time.Instant;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A saved investigation.
 *
 * @param owner the account that saved it
 * @param shared whether everybody in compliance sees it
 * @param filters what is filtered by, by the name that the audit has for it
 */
public record Saved(
        String investigation,
        String owner,
        boolean shared,
        String title,
        Map<String, String> filters,
        Instant savedAt) {

    /** Where it opens. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filters).toUriString();
    }
}
