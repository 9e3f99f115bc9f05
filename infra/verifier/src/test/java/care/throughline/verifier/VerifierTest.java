package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private final LogForTests log = new LogForTests("log.example/a", Key.LOG).with(8, "{\\\"a\\\":\\\"Zo\\u00eb\\\"}");

    @TempDir
    Path folder;

    @Test
    void an_export_as_the_log_gave_it_is_verified() throws IOException {
        assertThat(verify(log.complete()))
                .contains("All 8 events", "compare it with one from elsewhere")
                .endsWith("0");
        assertThat(verify(log.some(0, 3, 7), "--key", log.vkey()))
                .contains("All 3 events", "The key is yours")
                .endsWith("0");
        assertThat(verify(log.some(5), "--key", file("key", log.vkey() + "\n"))).endsWith("0");
    }

    @Test
    void a_kept_checkpoint_is_continued() throws IOException {
        String kept = file("kept", log.checkpoint(4));
        Map<String, String> some = log.some(2);
        assertThat(verify(some, "--known", kept))
                .contains("brings no proof", "since=4")
                .endsWith("2");
        some.put("consistency", log.consistencyOfHalf());
        assertThat(verify(some, "--known", kept))
                .contains("continues the checkpoint of 4")
                .endsWith("0");
        assertThat(verify(some, "--known", file("kept3", log.checkpoint(3))))
                .contains("since=3")
                .endsWith("2");
        some.put("consistency", "old 4\n" + Hashes.show(new byte[32]) + "\n");
        assertThat(verify(some, "--known", kept)).contains("it has forked").endsWith("1");
        some.put("consistency", "old 4\nno hash\n");
        assertThat(verify(some, "--known", kept))
                .contains("something that is no hash")
                .endsWith("1");
        assertThat(verify(log.some(2), "--known", file("same", log.checkpoint(8))))
                .endsWith("0");
    }

    @Test
    void all_checkpoints_of_the_log_s_file_are_looked_at() throws IOException {
        String all = log.checkpoint(1) + "\n" + log.checkpoint(5) + "\n" + log.checkpoint(8) + "\n";
        assertThat(verify(log.complete(), "--known", file("all", all)))
                .contains("checkpoint of 8 events that you knew")
                .endsWith("0");
        assertThat(verify(log.complete(), "--known", file("cut", all.substring(0, all.length() - 120))))
                .endsWith("1");
        String torn = log.checkpoint(1) + "\nlog.example/a\n";
        assertThat(verify(log.complete(), "--known", file("torn", torn)))
                .contains("in the middle of one")
                .endsWith("1");
    }

    @Test
    void a_fork_or_a_newer_checkpoint_is_told_apart() throws IOException {
        LogForTests fork = new LogForTests("log.example/a", Key.LOG);
        String forked = log.sign("log.example/a\n8\n" + Hashes.show(new byte[32]) + "\n");
        assertThat(verify(log.some(1), "--known", file("fork", forked)))
                .contains("two different trees of 8 events")
                .endsWith("1");
        String early = log.sign("log.example/a\n3\n" + Hashes.show(new byte[32]) + "\n");
        assertThat(verify(log.complete(), "--known", file("early", early)))
                .contains("the first 3 events are not those")
                .endsWith("1");
        String newer = log.sign("log.example/a\n9\n" + Hashes.show(new byte[32]) + "\n");
        assertThat(verify(log.complete(), "--known", file("newer", newer)))
                .contains("take a newer export")
                .endsWith("2");
        assertThat(verify(log.complete(), "--key", fork.with(8, "x").vkey()))
                .contains("not signed by log.example/a")
                .endsWith("1");
    }

    @Test
    void a_witness_is_heard() throws IOException {
        LogForTests witness = new LogForTests("witness.example", Key.WITNESS);
        Map<String, String> files = log.complete();
        assertThat(verify(files, "--witness", witness.vkey()))
                .contains("not cosigned")
                .endsWith("1");
        files.put("checkpoint", log.checkpoint(8) + witness.cosign(log.checkpoint(8)));
        assertThat(verify(files, "--witness", witness.vkey()))
                .contains("has seen the same checkpoint")
                .endsWith("0");
        files.put("checkpoint", log.checkpoint(8) + witness.cosign(log.checkpoint(7)));
        assertThat(verify(files, "--witness", witness.vkey()))
                .contains("not cosigned")
                .endsWith("1");
        files.put("checkpoint", log.checkpoint(8) + witness.sign("x\n").substring(3));
        assertThat(verify(files, "--witness", witness.vkey()))
                .contains("not cosigned")
                .endsWith("1");
    }

    @Test
    void wrong_use_is_explained() throws IOException {
        assertThat(run()).contains("usage").endsWith("2");
        assertThat(run("--key")).contains("there is no export").endsWith("2");
        assertThat(run("--other", "x", "y")).contains("usage").endsWith("2");
        assertThat(run(folder.resolve("nowhere").toString()))
                .contains("there is no export")
                .endsWith("2");
        assertThat(verify(log.complete(), "--key", folder.resolve("nokey").toString()))
                .contains("cannot be read")
                .endsWith("2");
        assertThat(verify(log.complete(), "--key", "a+b"))
                .contains("no public key")
                .endsWith("2");
        assertThat(verify(log.complete(), "--key", "a+00000000+AAAA"))
                .contains("no Ed25519 public key")
                .endsWith("2");
        assertThat(verify(log.complete(), "--key", "a+zz+!!"))
                .contains("no public key")
                .endsWith("2");
        assertThat(run(file("no.zip", "no zip"))).contains("damaged or no zip").endsWith("1");
    }

    @Test
    void every_file_counts() throws IOException {
        for (String name : log.complete().keySet()) {
            Map<String, String> files = log.complete();
            files.remove(name);
            assertThat(verify(files)).as(name).contains(name + " is missing").endsWith("1");
        }
        Map<String, String> files = log.some(3);
        files.remove("proofs/3.tlog-proof");
        assertThat(verify(files)).contains("proofs/3.tlog-proof is missing").endsWith("1");
    }

    @Test
    void events_must_be_those_that_the_log_signed() throws IOException {
        assertThat(changed("events.ndjson", "stay_1", "stay_2"))
                .contains("position 0 (stay.Admitted) is not the one")
                .endsWith("1");
        assertThat(changed("events.ndjson", "\\{\"position\":7.*\n", ""))
                .contains("position 7 is missing, and all after it");
        assertThat(changed("events.ndjson", "\\{\"position\":2.*\n", "")).contains("position 2 is missing; position 3");
        assertThat(changed("events.ndjson", "(\\{\"position\":2.*\n)", "$1$1"))
                .contains("line 4 has position 2 where 3 belongs");
        assertThat(changed("events.ndjson", "(\\{\"position\":7.*\n)", "$1more\n"))
                .contains("more lines than the log signed");
        assertThat(changed("events.ndjson", "Zo", "Zo\u0080")).contains("bytes that are no text");
        Map<String, String> files = log.complete();
        files.computeIfPresent("leaves", (name, leaves) -> leaves + leaves.substring(0, 32));
        assertThat(verify(files)).contains("more leaves than events").endsWith("1");
        files = log.complete();
        Map<String, String> other =
                new LogForTests("log.example/a", Key.LOG).with(8, "other").complete();
        files.put("events.ndjson", other.getOrDefault("events.ndjson", ""));
        files.put("leaves", other.getOrDefault("leaves", ""));
        assertThat(verify(files)).contains("altered together").endsWith("1");
        files = log.some(3);
        files.computeIfPresent("events.ndjson", (name, events) -> events.replace("stay_1", "stay_2"));
        assertThat(verify(files)).contains("does not lead to the root").endsWith("1");
    }

    @Test
    void lines_that_are_no_events_are_named() throws IOException {
        List<String> spoiled = List.of(
                "\"position\":0>\"position\":00",
                "\"position\":0>\"position\":-1",
                "\"position\":0>\"position\":\"0\"",
                "\"sequence\":0>\"sequence\":9999999999",
                "\"version\":1>\"version\":1,\"version\":1",
                "\"version\":1,>",
                "\"aggregateType\":null>\"kind\":null",
                "\"aggregateType\":null>\"aggregateType\":1",
                "000001Z>0000010Z",
                "000001Z>0000011Z",
                "14:00:00.000001Z>14",
                "T14:>T25:",
                "000000000000\">00000000000A\"",
                "00000000-0000>0-0000",
                "e30=>e30",
                "e30=>!",
                "stay_1\">stay_1",
                "stay_1>stay\\\\x1",
                "Zo>Zo\\\\u12",
                "\"name\":>\"name\"",
                "\"}\n>\"} \n");
        for (String change : spoiled) {
            String[] parts = change.split(">", -1);
            assertThat(changed("events.ndjson", Pattern.quote(parts[0]), parts[1]))
                    .as(change)
                    .contains("ALTERED")
                    .endsWith("1");
        }
    }

    @Test
    void notes_checkpoints_and_proofs_are_read_strictly() throws IOException {
        for (String file : List.of("checkpoint", "export.note")) {
            assertThat(changed(file, "\n\n", "\n")).as(file).contains("no signed note");
            assertThat(changed(file, "— ", "- ")).as(file).contains("among its signatures");
            assertThat(changed(file, "\\z", "— a !!\n")).as(file).contains("no base64");
            assertThat(changed(file, "\\z", "— a AAAA\n")).as(file).contains("among its signatures");
        }
        for (String note : List.of(
                "log.example/b\n8\nx\n>another log",
                "log.example/a\n08\nx\n>no checkpoint",
                "log.example/a\n8\n>no checkpoint",
                "log.example/a\n8\nx\n>no hash")) {
            String[] parts = note.split(">", -1);
            assertThat(replaced(log.complete(), "checkpoint", log.sign(parts[0])))
                    .contains(parts[1])
                    .endsWith("1");
        }
        String form = "throughline/export/1\norigin log.example/a\nsize 8\nof x\npositions ";
        for (String note : List.of(
                form + "0-7\nmore\n>does not know",
                form.replace("/1", "/2") + "0\n>does not know",
                form.replace("/a", "/b") + "0\n>another log",
                form.replace("of", "off") + "0\n>lacks the line of",
                form.replace("8", "x") + "0\n>names no size",
                form.replace("8", "7") + "0\n>different sizes",
                form + "a\n>names no positions",
                form + "3,2\n>out of order",
                form + "3-2\n>out of order")) {
            String[] parts = note.split(">", -1);
            assertThat(replaced(log.complete(), "export.note", log.sign(parts[0])))
                    .contains(parts[1])
                    .endsWith("1");
        }
        assertThat(replaced(log.some(3), "export.note", log.sign(form + "none\n")))
                .contains("more lines");
        String proof = log.some(3).getOrDefault("proofs/3.tlog-proof", "");
        assertThat(replaced(log.some(3), "proofs/3.tlog-proof", proof.replaceFirst("\n", "\nextra AAAA\n")))
                .endsWith("0");
        for (String change : List.of(
                "@v1>@v2>is no proof",
                "index 3>index 03>is no proof",
                "\n\n>\n>no hash",
                "index 3>index 4>position 4",
                "log.example>log.examplf>another checkpoint",
                "index 3\n>index 3\nx\n>no hash")) {
            String[] parts = change.split(">", -1);
            assertThat(replaced(log.some(3), "proofs/3.tlog-proof", proof.replaceFirst(parts[0], parts[1])))
                    .as(change)
                    .contains(parts[2])
                    .endsWith("1");
        }
    }

    private String changed(String file, String pattern, String by) throws IOException {
        Map<String, String> files = log.complete();
        String before = files.getOrDefault(file, "");
        String after = before.replaceFirst(pattern, by);
        assertThat(after).as(pattern).isNotEqualTo(before);
        return replaced(files, file, after);
    }

    private String replaced(Map<String, String> files, String file, String content) throws IOException {
        files.put(file, content);
        return verify(files);
    }

    private String verify(Map<String, String> files, String... options) throws IOException {
        Path export = Files.createTempDirectory(folder, "export-");
        Files.createDirectories(export.resolve("proofs"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean binary = file.getKey().equals("leaves") || file.getValue().contains("\u0080");
            Files.write(export.resolve(file.getKey()), file.getValue().getBytes(binary ? ISO_8859_1 : UTF_8));
        }
        List<String> words = new ArrayList<>(List.of(options));
        words.add(export.toString());
        return run(words.toArray(String[]::new));
    }

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int outcome = Verifier.run(new PrintStream(out, true, UTF_8), words);
        return out.toString(UTF_8) + outcome;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
