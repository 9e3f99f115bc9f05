/** The demo clinic: invented people with plausible stories, told in HL7 to the real intake. */
@NullMarked
package care.throughline.infra.demo;

import org.jspecify.annotations.NullMarked;
