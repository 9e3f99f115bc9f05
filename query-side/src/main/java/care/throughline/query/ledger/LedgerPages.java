package care.throughline.query.ledger;

import care.throughline.query.ledger.LedgerApi.Range;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The ledger for people: how it stands, whether a range is as it was hashed, the proof of one event, exports. */
@Controller
@RequestMapping("/ledger")
class LedgerPages {

    private final Ledger ledger;
    private final ZoneId zone;

    LedgerPages(Ledger ledger, ZoneId zone) {
        this.ledger = ledger;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("ledger/page", Map.of("page", new LedgerPage(ledger.state(), null, zone)));
    }

    /** Compares now, and shows what was found above the rest. */
    @PostMapping("/verify")
    ModelAndView verify(@RequestBody Range range) {
        return new ModelAndView(
                "ledger/page",
                Map.of("page", new LedgerPage(ledger.state(), ledger.verify(range.from(), range.to()), zone)));
    }

    /** How one event is proven. */
    @GetMapping("/events/{position}")
    ModelAndView prove(@PathVariable long position) {
        return new ModelAndView(
                "ledger/proof",
                Map.of(
                        "inclusion",
                        ledger.inclusion(position, null).orElseThrow(LedgerApi::unknown),
                        "proof",
                        ledger.proof(position).orElseThrow(LedgerApi::unknown)));
    }
}
