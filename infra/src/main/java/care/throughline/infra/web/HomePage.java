package care.throughline.infra.web;

import care.throughline.events.Meta;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.query.web.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Sends everybody to the page that their role starts with. */
@Controller
final class HomePage {

    private final CurrentActor actor;

    HomePage(CurrentActor actor) {
        this.actor = actor;
    }

    @GetMapping("/")
    RedirectView home() {
        return Section.of(actor.metadata().getOrDefault(Meta.ROLE, "")).stream()
                .findFirst()
                .map(section -> new RedirectView(section.path()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
