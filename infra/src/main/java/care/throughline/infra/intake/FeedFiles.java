package care.throughline.infra.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to send: bundles, those deeper in the folders first, because providers lie there and the others refer to them, and
 * files of HL7 v2 messages by name.
 */
record FeedFiles(List<Path> bundles, List<Path> messages) {

    private static final String END_OF_FRAME = "\u001c\r";

    /** A file, whatever its name, or those of a folder and below it that end in {@code .json} or {@code .hl7}. */
    static FeedFiles in(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return isBundle(source)
                    ? new FeedFiles(List.of(source), List.of())
                    : new FeedFiles(List.of(), List.of(source));
        }
        try (Stream<Path> files = Files.walk(source)) {
            List<Path> all = files.sorted(Comparator.comparingInt(Path::getNameCount)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            return new FeedFiles(
                    all.stream().filter(FeedFiles::isBundle).toList(),
                    all.stream()
                            .filter(file -> file.toString().endsWith(".hl7"))
                            .toList());
        }
    }

    boolean isEmpty() {
        return bundles.isEmpty() && messages.isEmpty();
    }

    /** The messages of a file, as their bytes stand there: cut at MLLP frames if it has any, else at empty lines. */
    static List<byte[]> messagesIn(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean framed = content.contains(END_OF_FRAME);
        List<byte[]> messages = new ArrayList<>();
        for (String part : content.split(framed ? END_OF_FRAME : "\n\n|\r\n\r\n", -1)) {
            String message = part.substring(Math.max(0, part.indexOf("MSH"))).stripTrailing();
            if (!message.isBlank()) {
                messages.add((message + "\r").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return messages;
    }

    private static boolean isBundle(Path file) {
        return file.toString().endsWith(".json");
    }
}
