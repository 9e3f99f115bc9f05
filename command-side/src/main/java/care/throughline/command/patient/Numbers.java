package care.throughline.command.patient;

import care.throughline.events.IdentifierKey;
import java.util.Set;

/** The identifiers that lead to a record. */
public record Numbers(Set<IdentifierKey> keys) {}
