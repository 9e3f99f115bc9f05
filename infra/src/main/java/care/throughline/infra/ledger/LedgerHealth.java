package care.throughline.infra.ledger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while stored events and tree contradict each other. */
final class LedgerHealth implements HealthIndicator {

    private final Findings findings;

    LedgerHealth(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Health health() {
        return findings.open()
                .map(open -> Health.down().withDetail("contradiction", open.sentence()))
                .orElseGet(Health::up)
                .build();
    }
}
