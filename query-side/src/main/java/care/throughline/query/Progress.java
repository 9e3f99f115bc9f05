package care.throughline.query;

import java.time.Duration;

/** Lets a reader wait until a read model has seen what a command recorded. */
public interface Progress {

    /** Waits until the projection of this name has applied everything up to the position.
     *
     * @return false if it has not within the time; the reader then shows what there is and says so
     */
    boolean await(String projection, long position, Duration atMost);

    /** The position up to which the projection of this name has applied everything, or -1 if nothing yet. */
    long position(String projection);
}
