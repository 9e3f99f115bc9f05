package care.throughline.infra.security;

import care.throughline.infra.web.Problem;
import care.throughline.infra.web.ProblemAnswer;
import care.throughline.query.referrals.Links;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The link to a referral, which its performer opens without an account. */
final class LinkDoor extends SecretAddress {

    static final String PATH = "/link/";

    private static final Problem DEAD = new Problem(
            HttpStatus.UNAUTHORIZED,
            "link-dead",
            "This link does not work any more. Ask whoever sent it to you for a new one.");

    private final Links links;
    private final Clock clock;

    LinkDoor(Links links, LinkAttempts attempts, Clock clock, ProblemAnswer answer) {
        super(PATH, DEAD, attempts, answer);
        this.links = links;
        this.clock = clock;
    }

    @Override
    Optional<Guest> guest(String hash) {
        return links.find(hash, clock.instant())
                .map(link -> new Guest(
                        link.performer().value(),
                        Role.PERFORMER,
                        Map.of("referral", link.referral(), "performer", link.performer())));
    }
}
