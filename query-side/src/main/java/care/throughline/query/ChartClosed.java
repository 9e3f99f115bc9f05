package care.throughline.query;

/** The chart is restricted, and its viewer neither in the care relationship nor in by broken glass; says nothing of whose. */
public final class ChartClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ChartClosed() {
        super("the chart is closed to this viewer");
    }
}
