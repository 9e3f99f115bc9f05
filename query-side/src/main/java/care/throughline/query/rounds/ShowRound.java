package care.throughline.query.rounds;

import care.throughline.events.round.RoundId;
import care.throughline.query.Accesses;
import care.throughline.query.Reads;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What came of a round, as JSON: how many lines were done, and why others were not. */
@RestController
@Reads(Rounds.NAME)
class ShowRound {

    private final RoundReader rounds;
    private final Accesses accesses;

    ShowRound(RoundReader rounds, Accesses accesses) {
        this.rounds = rounds;
        this.accesses = accesses;
    }

    /** Only whoever began it sees it; lines are named by their ids alone. */
    @GetMapping(path = "/api/desk/rounds/{round}", produces = MediaType.APPLICATION_JSON_VALUE)
    ShownRound show(@PathVariable RoundId round, Principal viewer) {
        accesses.shows(List.of());
        return rounds.show(round, viewer.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such round."));
    }
}
