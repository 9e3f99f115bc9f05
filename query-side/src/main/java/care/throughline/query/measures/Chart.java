package care.throughline.query.measures;

import care.throughline.query.measures.MeasureReports.Line;
import care.throughline.query.measures.MeasureReports.Report;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A bar for each month, the highest as high as the picture allows, in the units of an SVG picture of {@link #WIDTH} by {@link #HEIGHT}. */
public record Chart(List<Bar> bars) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 200;

    private static final int BASE = 170;
    private static final int FULL = 140;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);

    /** One month's bar; {@code label} is its share in words, {@code height} 0 to {@value #FULL}. */
    public record Bar(String month, String label, int x, int y, int width, int height) {}

    static Chart of(Report report) {
        Map<YearMonth, Line> months = new TreeMap<>();
        for (Line line : report.lines()) {
            YearMonth month = line.month();
            if (month != null) {
                months.merge(month, line, Chart::sum);
            }
        }
        int step = months.isEmpty() ? WIDTH : WIDTH / months.size();
        int width = Math.min(48, step - 8);
        double highest = months.values().stream()
                .map(Line::rate)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        int[] x = {(step - width) / 2};
        return new Chart(months.entrySet().stream()
                .map(entry -> {
                    Bar bar = bar(entry.getKey(), entry.getValue(), highest, x[0], width);
                    x[0] += step;
                    return bar;
                })
                .toList());
    }

    private static Bar bar(YearMonth month, Line line, double highest, int x, int width) {
        Double rate = line.rate();
        int height = rate == null || highest == 0 ? 0 : (int) Math.round(rate / highest * FULL);
        return new Bar(MONTH.format(month), percent(rate), x, BASE - height, width, height);
    }

    private static Line sum(Line one, Line other) {
        return new Line(
                one.month(), null, one.denominator() + other.denominator(), one.numerator() + other.numerator());
    }

    /** A share from 0 to 1 as a percentage with one decimal, or a dash of nothing. */
    public static String percent(@Nullable Double rate) {
        return rate == null ? "–" : String.format(Locale.US, "%.1f %%", rate * 100);
    }
}
