package care.throughline.infra.ledger;

/** What is stored is not what the tree says: something was changed behind our back, or restored, and must not go on. */
final class Contradiction extends Exception {

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * @param position the first position that is concerned
     * @param sentence what is wrong there, without anything of a person
     */
    Contradiction(long position, String sentence) {
        super(sentence);
        this.position = position;
    }

    long position() {
        return position;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
