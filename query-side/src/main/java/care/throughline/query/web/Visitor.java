package care.throughline.query.web;

import java.util.function.UnaryOperator;

/**
 * Who looks at a page and what the page needs to answer them; every view has it as its parameter {@code visitor}.
 *
 * @param staff the account name, empty for nobody
 * @param name what the person behind the account is called, the account if nobody named them
 * @param role the role in which they act, for example {@code COORDINATOR}, empty for nobody
 * @param csrfToken goes into every form as the hidden field {@code _csrf}, and into the page's meta element of that name
 * @param here path and query of this page, what forms send as {@code return}
 * @param behind true if the page could not wait until everything just recorded is in it
 * @param notice the law asks to go with what is shown, empty if none
 * @param assets turns the path of a static file into one that changes with its content
 */
public record Visitor(
        String staff,
        String name,
        String role,
        String csrfToken,
        String here,
        boolean behind,
        String notice,
        UnaryOperator<String> assets) {

    /** The address of a static file, for example of {@code /assets/desk.css}; cached for ever under its content's hash. */
    public String asset(String path) {
        return assets.apply(path);
    }

    public boolean signedIn() {
        return !staff.isEmpty();
    }
}
