/** Tests of the feed over the wire. */
@NullMarked
package care.throughline.infra.feed;

import org.jspecify.annotations.NullMarked;
