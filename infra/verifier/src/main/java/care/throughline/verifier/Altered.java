package care.throughline.verifier;

/** What is in hand is not what the log signed; the message says in plain words where. */
final class Altered extends Exception {

    private static final long serialVersionUID = 1L;

    Altered(String where) {
        super(where);
    }
}
