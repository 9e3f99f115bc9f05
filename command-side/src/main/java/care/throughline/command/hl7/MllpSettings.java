package care.throughline.command.hl7;

import java.time.Duration;

/**
 * Where and how to listen.
 *
 * @param host the address to bind, loopback unless configured
 * @param port 0 for any free port
 * @param maxFrameBytes the longest message taken
 * @param frameTimeout from the first to the last byte of a message
 * @param idleTimeout between two messages of a connection
 * @param maxConnections at the same time; further ones wait
 */
public record MllpSettings(
        String host, int port, int maxFrameBytes, Duration frameTimeout, Duration idleTimeout, int maxConnections) {}
