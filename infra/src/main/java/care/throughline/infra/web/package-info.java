/** The edge that every page and every API shares: forms, answers, problems, views and static files. */
@NullMarked
package care.throughline.infra.web;

import org.jspecify.annotations.NullMarked;
