/** What facilities report about visits, folded into one picture whatever order it came in. */
@NullMarked
package care.throughline.command.stay;

import org.jspecify.annotations.NullMarked;
