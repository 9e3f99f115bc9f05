package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.item;
import static care.throughline.query.desk.Histories.nov;

import care.throughline.events.DomainEvent;
import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.desk.FindWorklist.Filter;
import java.time.Instant;
import java.util.List;

/** A desk of its own with its projection, asked as {@code ana} would. */
final class DeskUnderTest implements AutoCloseable {

    private final ReadModel model = ReadModel.of(db -> new Desk(db, Batch.NONE, ZONE));
    private final Worklists worklists = new Worklists(model.db(), patients -> {});

    DeskUnderTest() {
        model.db().sql("create schema patients").update();
        model.db()
                .sql("create table patients.person (patient_id text primary key, root_id text, family text, given text,"
                        + " birth_date date, sex text, phone text, language text, deceased boolean)")
                .update();
    }

    void told(DomainEvent... events) {
        model.told(events);
    }

    void told(DomainEvent event, Instant recordedAt, String source, String cause) {
        model.told(event, recordedAt, source, cause);
    }

    Worklists worklists() {
        return worklists;
    }

    Line line(String name) {
        return worklists.show(item(name).value()).orElseThrow();
    }

    /** The names of the lines that this filter shows on that day of November. */
    List<String> items(Filter filter, int today) {
        return worklists.find(new FindWorklist("ana", filter, nov(today), at(today), null, 50)).lines().stream()
                .map(line -> line.item().substring("trn_".length()))
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
