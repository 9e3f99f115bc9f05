package care.throughline.command;

/** Where the store stands after a command; a read that passes {@code position} sees what the command caused. */
public record Recorded(long position) {}
