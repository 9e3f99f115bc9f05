/** The directory: who can take a referral, searched by what they do, speak and have room for. */
@NullMarked
package care.throughline.query.directory;

import org.jspecify.annotations.NullMarked;
