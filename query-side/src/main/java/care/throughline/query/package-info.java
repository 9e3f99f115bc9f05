/** What every read model shares: how it is projected, and how a reader waits for it. */
@NullMarked
package care.throughline.query;

import org.jspecify.annotations.NullMarked;
