/** Which data is labelled, what people consented to, and what they are told of both. */
@NullMarked
package care.throughline.query.segments;

import org.jspecify.annotations.NullMarked;
