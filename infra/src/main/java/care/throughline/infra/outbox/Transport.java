package care.throughline.infra.outbox;

/** Carries a message to a performer's system; whatever happens, there is an outcome. */
interface Transport {

    /** Waits for the answer. */
    Outcome send(Outgoing message, byte[] content);
}
