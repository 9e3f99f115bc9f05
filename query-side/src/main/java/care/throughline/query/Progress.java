package care.throughline.query;

import java.time.Duration;

/** Lets a reader wait until a read model has seen what a command recorded. */
public interface Progress {

    /** Waits until the projection of this name has applied everything up to the position.
     *
     * @return false if it has not within the time; the reader then shows what there is and says so
     */
    boolean await(String projection, long position, Duration atMost);
}
