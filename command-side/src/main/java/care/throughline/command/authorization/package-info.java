/** The payer's permission: asked for, given in whole or in part, refused, appealed. */
@NullMarked
package care.throughline.command.authorization;

import org.jspecify.annotations.NullMarked;
