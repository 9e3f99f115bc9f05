package care.throughline.infra.erasure;

import care.throughline.command.Commands;
import care.throughline.command.erasure.Destruction;
import care.throughline.command.erasure.Destruction.Order;
import care.throughline.command.erasure.ErasureCommand.AskStanding;
import care.throughline.command.erasure.ErasureCommand.Repeat;
import care.throughline.command.erasure.Standing;
import care.throughline.infra.sealing.ErasureList;
import care.throughline.infra.sealing.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Erases anew, before anything is projected or served, whomever the list tells of and a restored backup brought back. */
final class Reapplication implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reapplication.class);

    private final ErasureList list;
    private final Vault vault;
    private final Destruction destruction;
    private final Commands commands;
    private final Clock clock;
    private volatile boolean running;

    Reapplication(ErasureList list, Vault vault, Destruction destruction, Commands commands, Clock clock) {
        this.list = list;
        this.vault = vault;
        this.destruction = destruction;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void start() {
        List<Order> orders = list.entries().stream().map(Entries::order).toList();
        orders.stream().filter(this::isBack).forEach(this::eraseAgain);
        running = true;
    }

    private boolean isBack(Order order) {
        return !vault.areForgotten(order.scope().subjects())
                || !commands.ask(new AskStanding(order.patient()), Map.of(), Standing.class)
                        .erased();
    }

    private void eraseAgain(Order order) {
        LOG.warn("{} is erased again: the database is older than that erasure", order.patient());
        vault.forget(order.scope().subjects());
        commands.send(new Repeat(
                order.patient(),
                order.scope(),
                order.requestedBy(),
                order.approvedBy(),
                destruction.affected(order.scope()),
                clock.instant()));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the processors. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 20_000;
    }
}
