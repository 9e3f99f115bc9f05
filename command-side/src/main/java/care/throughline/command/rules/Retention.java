package care.throughline.command.rules;

import care.throughline.events.erasure.RecordClass;

/**
 * How long records of a class are kept.
 *
 * @param source where the period comes from
 */
public record Retention(RecordClass recordClass, int months, String source) {}
