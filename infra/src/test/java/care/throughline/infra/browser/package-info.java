/** The pages as people meet them: in a real browser, by keyboard, enlarged, without scripts, and checked by axe. */
@NullMarked
package care.throughline.infra.browser;

import org.jspecify.annotations.NullMarked;
