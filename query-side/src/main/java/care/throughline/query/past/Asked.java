package care.throughline.query.past;

/**
 * What somebody asked for, as they typed it; see {@link PastApi}.
 *
 * @param at the moment of knowing
 * @param happened the moment up to which things happened
 * @param with the moment beside it
 */
public record Asked(String at, String happened, String with) {}
