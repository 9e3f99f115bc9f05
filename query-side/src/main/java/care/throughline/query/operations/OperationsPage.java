package care.throughline.query.operations;

import care.throughline.query.Operations.DeadLetter;
import care.throughline.query.Operations.Processor;
import care.throughline.query.Operations.Rebuild;
import care.throughline.query.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page of operations shows. */
public record OperationsPage(List<Processor> processors, List<DeadLetter> letters, ZoneId zone) {

    /** True while there is something to watch, so that the page looks again by itself. */
    public boolean isMoving() {
        return processors.stream().anyMatch(processor -> processor.behindEvents() > 0 || isRebuilding(processor));
    }

    /** True if a rebuild of this one runs, rather than failed. */
    public static boolean isRebuilding(Processor processor) {
        Rebuild rebuild = processor.rebuild();
        return rebuild != null && rebuild.failure() == null;
    }

    /** The processors that have dead letters. */
    public List<Processor> troubled() {
        return processors.stream().filter(one -> one.deadLetters() > 0).toList();
    }

    /** True if some are beyond the end of the store. */
    public boolean isAhead() {
        return processors.stream().anyMatch(processor -> processor.aheadEvents() > 0);
    }

    /** How far behind, in events and time, or beyond the store. */
    public static String lag(Processor processor) {
        if (processor.aheadEvents() > 0) {
            return Words.count(processor.aheadEvents(), "event") + " ahead of the store";
        }
        return processor.behindEvents() == 0
                ? "up to date"
                : Words.count(processor.behindEvents(), "event") + ", " + span(processor.behind()) + " behind";
    }

    /** How far a rebuild is, 0 to 100. */
    public static int percent(Rebuild rebuild) {
        return rebuild.total() == 0 ? 100 : (int) Math.min(100, rebuild.done() * 100 / rebuild.total());
    }

    /** How far a rebuild is, in words. */
    public static String progress(Rebuild rebuild) {
        return String.format(
                        Locale.US,
                        "%,d of %,d events, %,.0f a second",
                        rebuild.done(),
                        rebuild.total(),
                        rebuild.perSecond())
                + (rebuild.left() == null ? "" : ", about " + span(rebuild.left()) + " left");
    }

    public String moment(Instant instant) {
        return Words.moment(instant, zone);
    }

    /** The class of an error without its package. */
    public static String error(@Nullable String type) {
        return type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
    }

    private static String span(Duration span) {
        if (span.toSeconds() < 90) {
            return Words.count(Math.max(1, span.toSeconds()), "second");
        }
        return span.toMinutes() < 90
                ? Words.count(span.toMinutes(), "minute")
                : Words.count(Math.max(1, span.toHours()), "hour");
    }
}
