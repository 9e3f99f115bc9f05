package care.throughline.infra.access;

import care.throughline.query.segments.Owner;
import care.throughline.query.segments.Owners;
import care.throughline.query.segments.Owners.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads labels only when all that is stored has been looked at for labels; until then it shows nothing rather than too much. */
final class UpToDateLabels implements LabelledData {

    /** How long a reader waits for that. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Owners> owners;
    private final BooleanSupplier upToDate;

    /** @param upToDate waits, and answers false if it is not within {@link #PATIENCE} */
    UpToDateLabels(Supplier<Owners> owners, BooleanSupplier upToDate) {
        this.owners = owners;
        this.upToDate = upToDate;
    }

    @Override
    public List<Owner> of(Collection<String> patients, Viewer viewer) {
        await();
        return owners.get().of(viewer, patients);
    }

    @Override
    public List<Owner> ofEverybody(Viewer viewer) {
        await();
        return owners.get().of(viewer);
    }

    private void await() {
        if (!upToDate.getAsBoolean()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The labels of new data are being read. Try again in a moment.");
        }
    }
}
