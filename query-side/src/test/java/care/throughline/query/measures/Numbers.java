package care.throughline.query.measures;

import static care.throughline.query.measures.MeasuredHistories.OCTOBER;
import static care.throughline.query.measures.MeasuredHistories.ZONE;
import static care.throughline.query.measures.MeasuredHistories.day;

import care.throughline.events.DomainEvent;
import care.throughline.query.Batch;
import care.throughline.query.Progress;
import care.throughline.query.ReadModel;
import care.throughline.query.measures.MeasureReports.Line;
import care.throughline.query.measures.MeasureReports.Member;
import java.time.Duration;
import java.util.List;

/** The measures with their projection, asked about October as of 20 November. */
final class Numbers implements AutoCloseable {

    private final ReadModel model = ReadModel.of(db -> new Measures(db, Batch.NONE, ZONE));
    private final MeasureReports reports = new MeasureReports(model.db(), new AtPosition(42), patients -> {});

    void told(DomainEvent... events) {
        model.told(events);
    }

    MeasureReports reports() {
        return reports;
    }

    Line line(Measure measure) {
        return reports.findReport(measure, OCTOBER, OCTOBER, day("2026-11-20"))
                .lines()
                .getFirst();
    }

    List<Member> members(Measure measure) {
        return reports.findMembers(measure, OCTOBER, "RVBND", day("2026-11-20"));
    }

    @Override
    public void close() {
        model.close();
    }

    /** A read model that has applied everything up to one position. */
    private record AtPosition(long position) implements Progress {
        @Override
        public boolean await(String projection, long wanted, Duration atMost) {
            return true;
        }

        @Override
        public long position(String projection) {
            return position;
        }
    }
}
