package care.throughline.events;

import java.util.Optional;
import java.util.function.Function;

/**
 * Personal data inside an event: sealed under the subject's own key wherever it is stored, open only in memory.
 * Once the key is forgotten it is {@link Forgotten} for ever, and the event still stands.
 */
public sealed interface Personal<T> {

    /** Whose key seals it: the value of a {@link TypedId}. */
    String subject();

    /** The data itself, or empty if the key was forgotten. */
    Optional<T> value();

    static <T> Personal<T> of(TypedId subject, T value) {
        return new Open<>(subject.value(), value);
    }

    static <T> Personal<T> forgotten(String subject) {
        return new Forgotten<>(subject);
    }

    /** What a function makes of the data, or the alternative if it was forgotten. */
    default <R> R map(Function<? super T, ? extends R> function, R alternative) {
        return value().<R>map(function).orElse(alternative);
    }

    /** Readable here and now; never printed. */
    record Open<T>(String subject, T data) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(data);
        }

        @Override
        public String toString() {
            return "Personal[" + subject + "]";
        }
    }

    /** Its key is gone. */
    record Forgotten<T>(String subject) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
