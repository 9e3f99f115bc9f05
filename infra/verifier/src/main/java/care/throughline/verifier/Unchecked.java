package care.throughline.verifier;

/** Nothing can be said: something needed for the check is missing or was not understood. */
final class Unchecked extends Exception {

    private static final long serialVersionUID = 1L;

    Unchecked(String why) {
        super(why);
    }
}
