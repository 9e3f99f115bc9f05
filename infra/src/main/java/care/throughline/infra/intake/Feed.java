package care.throughline.infra.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Feeds a running server and prints what each message caused: {@code Feed path/to/messages.hl7} or
 * {@code Feed path/to/folder-of-bundles}. Environment: {@code THROUGHLINE_URL}, {@code THROUGHLINE_MLLP} (host:port),
 * {@code THROUGHLINE_CLIENT}, {@code THROUGHLINE_SECRET}; the defaults are those of the embedded demo.
 */
public final class Feed {

    private static final String END_OF_FRAME = "\u001c\r";

    private Feed() {}

    /** Sends everything in order, one message after the other, and stops at the first that cannot be delivered. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 1 || !Files.exists(Path.of(args[0]))) {
            out.println("Say what to send: a file of HL7 v2 messages, or a file or folder of FHIR bundles.");
            return;
        }
        FeedTarget target = FeedTarget.fromEnvironment();
        Path source = Path.of(args[0]);
        if (Files.isDirectory(source) || source.toString().endsWith(".json")) {
            sendBundles(bundles(source), target, out);
        } else {
            sendMessages(messages(Files.readString(source, StandardCharsets.ISO_8859_1)), target, out);
        }
    }

    /** Cuts a file into messages: at MLLP frames if it has any, else at empty lines. */
    static List<byte[]> messages(String file) {
        boolean framed = file.contains(END_OF_FRAME);
        List<byte[]> messages = new ArrayList<>();
        for (String part : file.split(framed ? END_OF_FRAME : "\n\n|\r\n\r\n", -1)) {
            String message = part.substring(Math.max(0, part.indexOf("MSH"))).stripTrailing();
            if (!message.isBlank()) {
                messages.add((message + "\r").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return messages;
    }

    /** The bundles of a folder and those below it, providers first, because the others refer to them. */
    private static List<Path> bundles(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted((a, b) -> Integer.compare(b.getNameCount(), a.getNameCount()) != 0
                            ? Integer.compare(b.getNameCount(), a.getNameCount())
                            : a.compareTo(b))
                    .toList();
        }
    }

    private static void sendMessages(List<byte[]> messages, FeedTarget target, PrintStream out)
            throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        try (MllpClient client = new MllpClient(target.mllpHost(), target.mllpPort())) {
            for (byte[] message : messages) {
                String[] header = new String(message, StandardCharsets.ISO_8859_1).split("\\|", 11);
                String title = header.length > 10 ? header[8] + " " + header[9] : "?";
                String[] answer = client.send(message).split("\rMSA\\|", 2)[1].split("[|\r]", -1);
                sent.add(new Sent(title + "  " + answer[0], answer.length > 2 ? answer[2] : ""));
            }
        } finally {
            print(sent, target, out);
        }
    }

    private static void sendBundles(List<Path> bundles, FeedTarget target, PrintStream out)
            throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (Path bundle : bundles) {
            FeedTarget.Delivered delivered = target.post(Files.readAllBytes(bundle));
            sent.add(new Sent(bundle.getFileName() + "  HTTP " + delivered.status(), delivered.message()));
        }
        print(sent, target, out);
    }

    /** Prints what each caused, once the read models have seen the last. */
    private static void print(List<Sent> sent, FeedTarget target, PrintStream out)
            throws IOException, InterruptedException {
        if (!sent.isEmpty()) {
            target.awaitSettled(sent.getLast().message());
        }
        int number = 0;
        for (Sent one : sent) {
            out.printf("%4d  %s  %s%n", ++number, one.title(), one.message());
            target.caused(one.message()).forEach(event -> out.println("        " + event));
        }
    }

    /** @param message the id under which it is kept, and more words if it was refused */
    private record Sent(String title, String message) {}
}
