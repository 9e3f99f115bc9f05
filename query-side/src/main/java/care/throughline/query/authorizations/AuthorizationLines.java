package care.throughline.query.authorizations;

import java.util.List;

/** The authorizations that a page of something else lists, with the words for them. */
public record AuthorizationLines(List<Authorization> all, AuthorizationView view) {}
