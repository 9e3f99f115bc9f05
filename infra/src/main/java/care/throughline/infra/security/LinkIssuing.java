package care.throughline.infra.security;

import care.throughline.command.Commands;
import care.throughline.command.referral.ReferralCommand.IssueLink;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes a secure link for a performer and shows it this once: nothing that is stored can tell it again. */
@Controller
class LinkIssuing {

    /** Long enough for a referral to run its course; a new one is made in a moment. */
    private static final Duration LASTS = Duration.ofDays(30);

    private final Commands commands;
    private final Clock clock;
    private final LinkTokens tokens = new LinkTokens();

    LinkIssuing(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping(path = "/referrals/{referral}/performers/{performer}/link", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@PathVariable ReferralId referral, @PathVariable PerformerId performer) {
        Issued issued = issue(referral, performer);
        return new ModelAndView(
                "referrals/issued",
                Map.of("link", issued.link(), "until", issued.expiresAt(), "referral", referral.value()));
    }

    /** Makes a secure link; the one made before stops working.
     *
     * @return the link, shown this once, and until when it works
     */
    @ResponseBody
    @PostMapping(
            path = "/api/referrals/{referral}/performers/{performer}/link",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Issued> json(@PathVariable ReferralId referral, @PathVariable PerformerId performer) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(issue(referral, performer));
    }

    private Issued issue(ReferralId referral, PerformerId performer) {
        String token = tokens.next();
        Instant now = clock.instant();
        Instant until = now.plus(LASTS);
        commands.send(new IssueLink(referral, performer, LinkTokens.hash(token), until, now));
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(LinkDoor.PATH)
                .path(token)
                .toUriString();
        return new Issued(link, until);
    }

    /** The link as it goes to the performer, by whatever way it trusts. */
    record Issued(String link, Instant expiresAt) {}
}
