package care.throughline.infra.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Feeds a running server and prints what each message caused: {@code Feed path}, where the path is a file of HL7 v2 messages, a
 * FHIR bundle or a folder of such files. Environment: {@code THROUGHLINE_URL}, {@code THROUGHLINE_MLLP} (host:port),
 * {@code THROUGHLINE_CLIENT}, {@code THROUGHLINE_SECRET}; the defaults are those of the embedded demo.
 */
public final class Feed {

    private static final int SENT = 0;
    private static final int NOT_DELIVERED = 1;
    private static final int NOTHING_TO_SEND = 2;

    private final FeedTarget target;
    private final PrintStream out;
    private final List<Sent> sent = new ArrayList<>();

    Feed(FeedTarget target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    /** Sends everything, one message after the other, and ends with 1 if the server cannot be reached, 2 if there is nothing to send. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int end = new Feed(FeedTarget.of(System.getenv()), out).send(List.of(args));
        if (end != SENT) {
            System.exit(end);
        }
    }

    /** Sends what the one argument names. */
    int send(List<String> arguments) throws InterruptedException {
        if (arguments.size() != 1 || !Files.exists(Path.of(arguments.getFirst()))) {
            out.println("Say what to send: a file of HL7 v2 messages, a FHIR bundle (.json), or a folder of them.");
            return NOTHING_TO_SEND;
        }
        try {
            FeedFiles files = FeedFiles.in(Path.of(arguments.getFirst()));
            if (files.isEmpty()) {
                out.printf("%s holds no file that ends in .json or .hl7.%n", arguments.getFirst());
                return NOTHING_TO_SEND;
            }
            send(files);
            return SENT;
        } catch (ConnectException e) {
            out.printf(
                    "No server answers at %s or %s (%s). Start it first, or say in THROUGHLINE_URL and THROUGHLINE_MLLP where it is.%n",
                    target.base(), target.mllp(), e.getMessage());
        } catch (IOException e) {
            out.printf("Stopped after %d: %s.%n", sent.size(), e.getMessage());
        }
        return NOT_DELIVERED;
    }

    private void send(FeedFiles files) throws IOException, InterruptedException {
        try {
            for (Path bundle : files.bundles()) {
                FeedTarget.Delivered delivered = target.post(Files.readAllBytes(bundle));
                sent.add(new Sent(
                        bundle.getFileName() + "  HTTP " + delivered.status(),
                        delivered.message(),
                        delivered.status() == 200));
            }
            for (Path file : files.messages()) {
                sendMessages(file);
            }
        } finally {
            print();
        }
    }

    /** Sends the messages of a file over one connection, and over a new one after a message that got no answer. */
    private void sendMessages(Path file) throws IOException {
        Deque<byte[]> waiting = new ArrayDeque<>(FeedFiles.messagesIn(file));
        while (!waiting.isEmpty()) {
            try (MllpClient client = target.connect()) {
                boolean open = true;
                while (open && !waiting.isEmpty()) {
                    byte[] message = waiting.removeFirst();
                    Optional<String> answer = answer(client, message);
                    sent.add(answered(title(message, file), answer));
                    open = answer.isPresent();
                }
            }
        }
    }

    private static Optional<String> answer(MllpClient client, byte[] message) {
        try {
            return Optional.of(client.send(message));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Sent answered(String title, Optional<String> answer) {
        if (answer.isEmpty()) {
            return new Sent(title + "  no answer: the server closed the connection", "", false);
        }
        String[] fields = answer.get().split("\rMSA\\|", 2)[1].split("[|\r]", -1);
        return new Sent(title + "  " + fields[0], fields.length > 2 ? fields[2] : "", fields[0].equals("AA"));
    }

    /** Type and control id, as its header says them, or the name of the file it stands in. */
    private static String title(byte[] message, Path file) {
        String[] header = new String(message, StandardCharsets.ISO_8859_1).split("\\|", 11);
        return header[0].equals("MSH") && header.length > 10
                ? header[8] + " " + header[9]
                : String.valueOf(file.getFileName());
    }

    /** Prints what each caused, once the read models have seen the last. */
    private void print() throws IOException, InterruptedException {
        if (sent.isEmpty()) {
            return;
        }
        Optional<Sent> last = sent.reversed().stream().filter(Sent::accepted).findFirst();
        if (last.isPresent()) {
            target.awaitSettled(last.get().message());
        }
        int number = 0;
        for (Sent one : sent) {
            out.printf("%4d  %s  %s%n", ++number, one.title(), one.message());
            target.caused(one.message()).forEach(event -> out.println("        " + event));
        }
        long accepted = sent.stream().filter(Sent::accepted).count();
        out.printf(
                Locale.ROOT,
                "%d sent, %d accepted%s%n",
                sent.size(),
                accepted,
                accepted == sent.size() ? "." : "; the others are kept, see " + target.base() + "/intake.");
    }

    /** @param message the id under which it is kept, and more words if it was refused */
    private record Sent(String title, String message, boolean accepted) {}
}
