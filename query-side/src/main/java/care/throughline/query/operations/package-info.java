/** The pages of those who keep it running: how far each processor is, what it could not handle, and rebuilding. */
@NullMarked
package care.throughline.query.operations;

import org.jspecify.annotations.NullMarked;
