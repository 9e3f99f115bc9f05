package care.throughline.infra.outbox;

import java.util.function.Supplier;

/** What came of writing a message. */
sealed interface Composed {

    /** It is written and recorded as shown. */
    record Written(Supplier<byte[]> sealed) implements Composed {}

    /** The patient has not let this performer see what it would say. */
    record Withheld() implements Composed {}

    /** There is nobody left whom it is about, or nothing left to tell. */
    record Gone() implements Composed {}
}
