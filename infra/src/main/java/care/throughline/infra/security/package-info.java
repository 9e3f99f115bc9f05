/** Who may do what: one decision function, one route table, sign-in for people and tokens for machines. */
@NullMarked
package care.throughline.infra.security;

import org.jspecify.annotations.NullMarked;
