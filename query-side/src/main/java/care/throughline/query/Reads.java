package care.throughline.query;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the projections that a controller, or one method of it, reads. A request with {@code after=<position>} waits,
 * for at most two seconds, until all of them have applied that position.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** The names as {@link Projection#name()} says them. */
    String[] value();
}
