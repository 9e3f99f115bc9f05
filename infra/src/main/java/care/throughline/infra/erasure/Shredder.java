package care.throughline.infra.erasure;

import care.throughline.command.erasure.Destruction;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Scope;
import care.throughline.events.erasure.Span;
import care.throughline.infra.sealing.ErasureList;
import care.throughline.infra.sealing.Vault;
import java.util.List;
import java.util.Optional;

/** Destroys keys through the vault, and removes what is left in read models and files. */
final class Shredder implements Destruction {

    private final ErasureList list;
    private final Vault vault;
    private final SealedPlaces places;
    private final Remains remains;

    Shredder(ErasureList list, Vault vault, SealedPlaces places, Remains remains) {
        this.list = list;
        this.vault = vault;
        this.places = places;
        this.remains = remains;
    }

    @Override
    public void destroyKeys(Order order) {
        list.add(Entries.of(order));
        vault.forget(order.scope().subjects());
    }

    @Override
    public List<Span> affected(Scope scope) {
        return places.of(scope.subjects());
    }

    @Override
    public Optional<Purged> purge(ErasureId erasure, Scope scope, List<Span> affected, long position) {
        int letters = remains.takeOutLetters(affected);
        List<String> readModels = remains.readModels();
        if (!remains.havePassed(readModels, position)
                || remains.isStuck(erasure)
                || !vault.areForgotten(scope.subjects())) {
            return Optional.empty();
        }
        remains.scrub(readModels);
        vault.scrub();
        return Optional.of(new Purged(readModels, letters));
    }
}
