package care.throughline.infra.access;

import care.throughline.events.PerformerId;
import java.time.Clock;

/** Begins deliveries: what is written for a performer's system is asked for and recorded as if it had come to read it. */
public final class Deliveries {

    private final LabelledData labelled;
    private final AccessRecorder recorder;
    private final Clock clock;

    Deliveries(LabelledData labelled, AccessRecorder recorder, Clock clock) {
        this.labelled = labelled;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** One message to this performer, written by one thread. */
    public Delivery to(PerformerId performer) {
        return new Delivery(performer, labelled, recorder, clock);
    }
}
