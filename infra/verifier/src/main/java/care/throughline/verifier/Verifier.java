package care.throughline.verifier;

import java.io.IOException;
import java.io.PrintStream;

/** Verifies an export of the ledger: {@code java -jar verifier.jar <export>}; see infra/docs/ledger.md. */
public final class Verifier {

    /** Everything that was checked holds. */
    public static final int VERIFIED = 0;

    /** Something was altered. */
    public static final int ALTERED = 1;

    /** Nothing can be said: wrong use, or something is missing that only the user has. */
    public static final int UNCHECKED = 2;

    private Verifier() {}

    /** Ends the process with one of the three outcomes. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Does what the command line says, tells it line by line, and returns the outcome. */
    public static int run(PrintStream out, String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            try (Export export = Export.open(arguments.export())) {
                new Verification(export, sentence -> out.println("ok       " + sentence))
                        .run(arguments.key("--key"), arguments.known(), arguments.key("--witness"));
            }
            out.println("VERIFIED Nothing was altered.");
            return VERIFIED;
        } catch (Altered e) {
            out.println("ALTERED  " + e.getMessage() + ".");
            return ALTERED;
        } catch (Unchecked e) {
            out.println("UNKNOWN  " + e.getMessage() + ".");
            return UNCHECKED;
        } catch (IOException e) {
            out.println("ALTERED  the files of the export are damaged: " + e.getMessage() + ".");
            return ALTERED;
        }
    }
}
