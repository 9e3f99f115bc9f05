package care.throughline.command.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MllpListenerTest {

    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final MllpListener listener = new MllpListener(
            new MllpSettings("127.0.0.1", 0, 1000, Duration.ofMillis(400), Duration.ofSeconds(20), 20),
            ServerSocketFactory.getDefault(),
            new Echo());

    @BeforeEach
    void start() {
        listener.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        listener.stop(Duration.ofSeconds(5));
    }

    @Test
    void messages_are_answered_in_order_however_they_are_cut_into_packets() throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|a\u001c\r\r\n\u000bMSH|b\u001c\r\u000bMS");
            assertThat(client.answer()).isEqualTo("<MSH|a>");
            assertThat(client.answer()).isEqualTo("<MSH|b>");
            client.send("H|c\u001cd\u001c");
            client.send("\r");
            assertThat(client.answer()).isEqualTo("<MSH|c\u001cd>");
        }
    }

    @Test
    void a_frame_that_starts_inside_another_means_that_the_first_was_given_up() throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|cut of\u000bMSH|whole\u001c\r");
            assertThat(client.answer()).isEqualTo("<MSH|whole>");
        }
    }

    @Test
    void a_message_that_is_too_long_is_refused_and_the_connection_closed() throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|" + "x".repeat(2000) + "\u001c\r");
            assertThat(client.answer()).isEqualTo("too long");
        }
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|next\u001c\r");
            assertThat(client.answer()).isEqualTo("<MSH|next>");
        }
    }

    @Test
    void a_message_that_does_not_end_in_time_closes_the_connection() throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|never ends");
            assertThatThrownBy(client::answer).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_message_that_cannot_be_kept_is_not_answered_so_that_it_comes_again() throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000bMSH|fail\u001c\r");
            assertThatThrownBy(client::answer).isInstanceOf(IOException.class);
        }
    }

    @Test
    void many_senders_at_once_are_all_answered() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String message = "MSH|" + i;
                answers.add(senders.submit(() -> exchange(message)));
            }
            for (int i = 0; i < 60; i++) {
                assertThat(answers.get(i).get()).isEqualTo("<MSH|" + i + ">");
            }
        }
    }

    @Test
    void a_stop_lets_the_message_in_flight_be_answered() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> inFlight = threads.submit(() -> exchange("MSH|slow"));
            working.await();
            Future<?> stopped = threads.submit(() -> listener.stop(Duration.ofSeconds(10)));
            release.countDown();
            assertThat(inFlight.get()).isEqualTo("<MSH|slow>");
            assertThat(stopped.get()).isNull();
        }
    }

    private String exchange(String message) throws IOException {
        try (Client client = new Client(listener.port())) {
            client.send("\u000b" + message + "\u001c\r");
            return client.answer();
        }
    }

    /** Answers with what it got, in brackets. */
    private final class Echo implements MllpListener.Exchange {

        @Override
        public byte[] answer(byte[] message) {
            String text = new String(message, StandardCharsets.ISO_8859_1);
            if (text.contains("fail")) {
                throw new IllegalStateException("the database is gone");
            }
            if (text.contains("slow")) {
                working.countDown();
                await();
            }
            return ("<" + text + ">").getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] answerTooLong(byte[] beginning) {
            return "too long".getBytes(StandardCharsets.ISO_8859_1);
        }

        private void await() {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A sender that sees every byte. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
        }

        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        String answer() throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int b = in.read(); ; b = in.read()) {
                if (b < 0) {
                    throw new IOException("closed without an answer");
                }
                answer.append((char) b);
                if (answer.toString().endsWith("\u001c\r")) {
                    return answer.substring(1, answer.length() - 2);
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
