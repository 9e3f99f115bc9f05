package care.throughline.query.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resources of C2SP {@code tlog-tiles} below the prefix {@code /api/ledger}: hashes only, entries are not served. */
@RestController
@RequestMapping("/api/ledger")
class TilesApi {

    private final Ledger ledger;

    TilesApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The newest checkpoint, a signed note with the signatures of log and witness; 404 before the first. */
    @GetMapping(path = "/checkpoint", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePrivate())
                .body(ledger.checkpoint().orElseThrow(LedgerApi::unknown));
    }

    /** A tile: {@code tile/<level>/<n>}, or {@code tile/<level>/<n>.p/<width>} of one that is not full yet. */
    @GetMapping(path = "/tile/{level}/**", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable int level, HttpServletRequest request) {
        String prefix = "/api/ledger/tile/" + level + "/";
        String address = request.getRequestURI();
        byte[] tile = TilePath.parse(address.startsWith(prefix) ? address.substring(prefix.length()) : "")
                .flatMap(path -> ledger.tile(level, path.index(), path.width()))
                .orElseThrow(LedgerApi::unknown);
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .body(tile);
    }
}
