package care.throughline.command.erasure;

/** How a file stands: whether a second person agreed, whether a hold forbids it, whether it is done. */
public record Standing(boolean approved, boolean held, boolean erased) {}
