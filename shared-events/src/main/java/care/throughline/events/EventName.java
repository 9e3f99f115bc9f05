package care.throughline.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name and version under which an event is stored, whatever its class is called today. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /** The name: capability, dot, what happened; for example {@code stay.Discharged}. */
    String value();

    /** The version of its shape, counted from 1; every released version keeps its frozen sample. */
    int version() default 1;
}
