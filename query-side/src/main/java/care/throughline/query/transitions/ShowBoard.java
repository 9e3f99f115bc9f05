package care.throughline.query.transitions;

import java.time.LocalDate;

/**
 * Asks for the board: everything open, and what ended or lapsed of the discharges of the last 60 days.
 *
 * @param facility only discharges from there, empty for all
 * @param coordinator only patients of this account, empty for all
 * @param today the day in the organisation's zone by which windows lapse
 */
public record ShowBoard(String facility, String coordinator, LocalDate today) {}
