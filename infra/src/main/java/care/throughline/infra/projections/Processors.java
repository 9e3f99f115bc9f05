package care.throughline.infra.projections;

import care.throughline.command.Automation;
import care.throughline.command.Rejected;
import care.throughline.query.Projection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts every projection and automation with the application, before it answers requests, and stops them after it did. */
final class Processors implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);
    private static final int PROJECTION_BATCH = 500;
    private static final int AUTOMATION_BATCH = 20;
    private static final int PATIENCE_SECONDS = 10;
    private static final String AUTOMATION_SCHEMA = "command";

    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, String> editions = new HashMap<>();
    private final List<Automation> automations;
    private final ProcessorFactory factory;
    private final Generations generations;
    private final Milestones milestones;
    private final LongSupplier head;
    private final StoreEnd end;
    private volatile @Nullable Future<?> following;

    /** @param head the end of the store as this node knows it */
    Processors(
            List<Projection> projections,
            List<Automation> automations,
            ProcessorFactory factory,
            Generations generations,
            Milestones milestones,
            LongSupplier head,
            StoreEnd end) {
        this.automations = automations;
        this.factory = factory;
        this.generations = generations;
        this.milestones = milestones;
        this.head = head;
        this.end = end;
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
    }

    @Override
    public synchronized void start() {
        automations.forEach(automation -> put(new Slot(workOf(automation))));
        projections.values().forEach(projection -> put(new Slot(workOf(projection))));
        projections.values().forEach(this::prepare);
        end.whenKnown(this::run);
        following = milestones.follow(slots.values());
    }

    private synchronized void run() {
        projections.values().forEach(this::startProjection);
        automations.forEach(this::startAutomation);
    }

    private void put(Slot slot) {
        if (slots.put(slot.work().name(), slot) != null) {
            throw new IllegalStateException(
                    "two processors are called " + slot.work().name());
        }
    }

    private void startAutomation(Automation automation) {
        Slot slot = slotOf(automation.name());
        if (!automation.onlyNewEvents()) {
            generations.beginOnce(automation.name(), slot.work().edition());
        }
        end.judge(slot);
        slot.run(factory);
    }

    /** Those that were refused are run if another node has healed them. */
    void judgeRefused() {
        refused().stream().map(this::slotOf).forEach(slot -> {
            end.judge(slot);
            slot.run(factory);
        });
    }

    /** Fills read models anew that are beyond the store, lets automations go on from its end; returns their names. */
    List<String> heal() {
        List<String> refused = refused();
        for (String name : refused) {
            if (isProjection(name)) {
                rebuild(name);
            } else {
                end.setBack(slotOf(name));
                slotOf(name).run(factory);
            }
        }
        return refused;
    }

    /** Its tables are there for readers, even while the store cannot be reached. */
    private void prepare(Projection projection) {
        String name = projection.name();
        editions.put(
                name,
                generations.createOnce(
                        name, projection.ddl(), slotOf(name).work().edition()));
        generations.dropRetired(name);
    }

    private void startProjection(Projection projection) {
        String name = projection.name();
        Slot slot = slotOf(name);
        String stored = editions.get(name);
        end.judge(slot);
        if (slot.work().edition().equals(stored)) {
            slot.run(factory);
        } else {
            LOG.info(
                    "{} is stored in edition {}, this is {}: it is rebuilt and serves as it was",
                    name,
                    stored,
                    slot.work().edition());
            slot.rebuild(new Rebuilding(projection, slot, factory, generations, head, end));
        }
    }

    void rebuild(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new Rejected("no-such-projection", "There is no projection called " + name + ".");
        }
        Slot slot = slotOf(name);
        slot.rebuild(new Rebuilding(projection, slot, factory, generations, head, end));
    }

    boolean isProjection(String name) {
        return projections.containsKey(name);
    }

    List<String> projectionNames() {
        return List.copyOf(projections.keySet());
    }

    /** Those of this node that met an error which is not about one event, and try again. */
    List<String> failing() {
        return slots.values().stream()
                .filter(slot ->
                        slot.processor().filter(RunningProcessor::isFailing).isPresent())
                .map(slot -> slot.work().name())
                .toList();
    }

    /** Those of this node that do not run because they are beyond the store. */
    List<String> refused() {
        return slots.values().stream()
                .filter(slot -> slot.beyond() > 0)
                .map(slot -> slot.work().name())
                .toList();
    }

    Optional<Slot> find(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    private Slot slotOf(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no processor called " + name));
    }

    private static Work workOf(Projection projection) {
        return new Work(
                projection.name(),
                projection.name(),
                Generations.editionOf(projection),
                projection,
                false,
                PROJECTION_BATCH);
    }

    private static Work workOf(Automation automation) {
        return new Work(
                automation.name(),
                AUTOMATION_SCHEMA,
                "automation",
                automation,
                automation.onlyNewEvents(),
                AUTOMATION_BATCH);
    }

    @Override
    public synchronized void stop() {
        Future<?> last = following;
        if (last != null) {
            last.cancel(false);
        }
        following = null;
        end.stop();
        slots.values().forEach(Slot::stopRebuild);
        CompletableFuture<?>[] stopping =
                slots.values().stream().map(Slot::stopping).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopping)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    LOG.warn("Not every processor stopped in time: {}", Causes.line(late));
                    return null;
                })
                .join();
        slots.clear();
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Before the web server starts, after it has stopped. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }
}
