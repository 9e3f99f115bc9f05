/** What every page shares. */
@NullMarked
package care.throughline.query.web;

import org.jspecify.annotations.NullMarked;
