package care.throughline.infra.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as its command hands it over: everything but its place and time, which the store gives. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying what nobody changes would only cost
record NewEvent(
        UUID id,
        @Nullable String aggregateType,
        String aggregateId,
        int sequence,
        String name,
        int version,
        byte[] payload,
        byte[] metadata) {}
