package care.throughline.command.intake;

/**
 * Somebody or something that provides care, as a registry introduces it; not a patient, so kept open.
 *
 * @param kind {@code Practitioner}, {@code Organization} or {@code Location}
 * @param system who gave out the number
 */
public record Provider(String kind, String system, String value, String name) {}
