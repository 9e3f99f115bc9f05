package care.throughline.infra.projections;

import care.throughline.command.Rejected;
import java.sql.SQLException;
import java.util.Arrays;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says what went wrong without repeating any data: messages of errors quote values, names of columns and lines do not. */
final class Causes {

    private static final String OURS = "care.throughline.";

    private Causes() {}

    static ThrowableCause of(Throwable failure) {
        Throwable root = rootOf(failure);
        return new ThrowableCause(root.getClass().getName(), sentence(root));
    }

    /** The same as one line of text, class and sentence. */
    static String line(Throwable failure) {
        ThrowableCause cause = of(failure);
        return cause.type() + ": " + cause.message();
    }

    private static String sentence(Throwable root) {
        if (root instanceof Rejected rejected) {
            return rejected.reason() + ": " + rejected.getMessage();
        }
        return (root instanceof SQLException sql ? inDatabase(sql) : "failed") + at(root);
    }

    private static String inDatabase(SQLException failure) {
        StringBuilder sentence = new StringBuilder("SQL state ").append(failure.getSQLState());
        ServerErrorMessage said = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (said != null) {
            append(sentence, "table", said.getTable());
            append(sentence, "column", said.getColumn());
            append(sentence, "constraint", said.getConstraint());
        }
        return sentence.toString();
    }

    private static void append(StringBuilder sentence, String what, @Nullable String name) {
        if (name != null) {
            sentence.append(", ").append(what).append(' ').append(name);
        }
    }

    private static String at(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .filter(line -> line.getClassName().startsWith(OURS))
                .findFirst()
                .map(line -> " at " + line.getFileName() + ":" + line.getLineNumber())
                .orElse("");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (!(root instanceof Rejected) && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
