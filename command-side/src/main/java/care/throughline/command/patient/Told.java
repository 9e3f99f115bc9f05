package care.throughline.command.patient;

import java.time.Instant;
import java.util.Comparator;

/** A value with the moment its source recorded it; of two told at the same moment the greater stands, in any order. */
record Told<T extends Comparable<? super T>>(T value, Instant at) {

    boolean yieldsTo(Told<T> other) {
        return Comparator.comparing((Told<T> told) -> told.at())
                        .thenComparing(Told::value)
                        .compare(this, other)
                < 0;
    }
}
