/** What the command side asks of the outside: ports that infra implements, and the one business refusal. */
@NullMarked
package care.throughline.command;

import org.jspecify.annotations.NullMarked;
