package care.throughline.command.hl7;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for MLLP connections, one virtual thread each; a bad message or connection never troubles another. */
public final class MllpListener {

    private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);

    private final MllpSettings settings;
    private final ServerSocketFactory sockets;
    private final Exchange exchange;
    private final Set<MllpConnection> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mllp-", 0).factory());

    private volatile boolean stopping;
    private volatile @Nullable ServerSocket server;

    /**
     * @param sockets plain or TLS
     */
    public MllpListener(MllpSettings settings, ServerSocketFactory sockets, Exchange exchange) {
        this.settings = settings;
        this.sockets = sockets;
        this.exchange = exchange;
        this.places = new Semaphore(settings.maxConnections());
    }

    /** Binds and begins to accept.
     *
     * @throws UncheckedIOException if the address is taken
     */
    public void start() {
        try {
            ServerSocket bound =
                    sockets.createServerSocket(settings.port(), 50, InetAddress.getByName(settings.host()));
            server = bound;
            threads.execute(() -> accept(bound));
            LOG.info("MLLP listens on {}:{}", settings.host(), bound.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("MLLP cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
    }

    /** The port that was bound, -1 before the start. */
    public int port() {
        ServerSocket bound = server;
        return bound == null ? -1 : bound.getLocalPort();
    }

    /** Accepts no more, lets messages in flight be answered, then closes everything. */
    public void stop(Duration patience) {
        stopping = true;
        ServerSocket bound = server;
        if (bound != null) {
            closeQuietly(bound);
        }
        open.forEach(MllpConnection::closeUnlessBusy);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                open.forEach(MllpConnection::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket bound) {
        while (!stopping) {
            try {
                places.acquire();
                Socket socket = bound.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                places.release();
                if (!stopping) {
                    LOG.warn("MLLP could not accept a connection: {}", e.toString());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(Socket socket) {
        MllpConnection connection = new MllpConnection(socket, settings, exchange);
        open.add(connection);
        try {
            connection.serve(() -> stopping);
        } finally {
            open.remove(connection);
            places.release();
        }
    }

    private static void closeQuietly(ServerSocket bound) {
        try {
            bound.close();
        } catch (IOException e) {
            LOG.debug("closing the listener", e);
        }
    }

    /** Answers messages. */
    public interface Exchange {

        /** The answer to a message, both without frame; an exception closes the connection, so that the sender tries again. */
        byte[] answer(byte[] message);

        /** The answer to a message of which only the beginning was read, because it is too long. */
        byte[] answerTooLong(byte[] beginning);
    }
}
