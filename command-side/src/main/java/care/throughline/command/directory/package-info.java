/** Keeps the directory of those who can take a referral. */
@NullMarked
package care.throughline.command.directory;

import org.jspecify.annotations.NullMarked;
