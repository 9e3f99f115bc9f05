package care.throughline.command.patient;

import care.throughline.command.BlindIndex;
import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.patient.IdentifierCommand.AskOwner;
import care.throughline.command.patient.IdentifierCommand.Claim;
import care.throughline.command.patient.PatientCommand.AddIdentifier;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.RetireIdentifier;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.MergeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose numbers are whose. All that one question causes is stored together, and two callers at once come to the
 * same answer, because an identifier is claimed only once and links always point to the record with the smaller id.
 */
public final class Identification {

    private static final int ATTEMPTS = 3;

    private final Commands commands;
    private final BlindIndex index;
    private final Survivors survivors;
    private final Supplier<PatientId> newId;

    /** @param newId makes an id that was never used before */
    public Identification(Commands commands, BlindIndex index, Supplier<PatientId> newId) {
        this.commands = commands;
        this.index = index;
        this.survivors = new Survivors(commands);
        this.newId = newId;
    }

    /**
     * The record that these numbers lead to, registered if nobody knew them. Records that the numbers show to be one
     * person are linked.
     *
     * @param identifiers at least one
     * @param toldAt when the source recorded it
     * @param metadata who tells, keyed as {@link care.throughline.events.Meta} says
     * @throws IllegalArgumentException if there is no identifier
     */
    public PatientId identify(Collection<Identifier> identifiers, Instant toldAt, Map<String, String> metadata) {
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("a person without any number cannot be identified");
        }
        Caller caller = new Caller(toldAt, metadata);
        return commands.together(() -> recordOf(byKey(identifiers), caller)).answer();
    }

    private PatientId recordOf(Map<IdentifierKey, Identifier> numbers, Caller caller) {
        Map<IdentifierKey, PatientId> owners = claim(numbers, caller);
        NavigableSet<PatientId> records = new TreeSet<>(Survivors.BY_ID);
        records.addAll(owners.values());
        if (records.size() > 1) {
            link(records, caller);
        }
        return records.size() == 1
                ? records.first()
                : records.stream()
                        .filter(record -> caller.survivorOf(record).equals(record))
                        .findFirst()
                        .orElseGet(records::first);
    }

    /**
     * The retired number means the survivor from now on; a number nobody knew is remembered, so that whoever still uses
     * it later finds the survivor.
     *
     * @param toldAt when the source recorded the merge: what was told under the retired number before does not count
     */
    public void merge(PatientId survivor, Identifier retired, Instant toldAt, Map<String, String> metadata) {
        Caller caller = new Caller(toldAt, metadata);
        commands.together(() -> retire(survivor, index.keyOf(retired), retired, caller));
    }

    private PatientId retire(PatientId survivor, IdentifierKey key, Identifier retired, Caller caller) {
        PatientId owner = claim(Map.of(key, retired), caller).getOrDefault(key, survivor);
        caller.send(new RetireIdentifier(owner, key, caller.toldAt));
        PatientId next = caller.survivorOf(owner);
        if (next.equals(survivor) || next.equals(owner)) {
            if (next.equals(survivor) || !caller.rootOf(survivor).equals(owner)) {
                caller.send(new MergeInto(owner, survivor, MergeKind.TOLD, caller.toldAt));
            }
        } else {
            link(List.of(owner, survivor), caller);
        }
        return owner;
    }

    private Map<IdentifierKey, Identifier> byKey(Collection<Identifier> identifiers) {
        Map<IdentifierKey, Identifier> numbers = new TreeMap<>(Comparator.comparing(IdentifierKey::value));
        identifiers.forEach(identifier -> numbers.put(index.keyOf(identifier), identifier));
        return numbers;
    }

    /**
     * Claims what nobody owns for whoever owns the others, and notes it with their record; always in the same order, so that
     * callers cannot cross.
     */
    private Map<IdentifierKey, PatientId> claim(Map<IdentifierKey, Identifier> numbers, Caller caller) {
        Map<IdentifierKey, PatientId> owners = new LinkedHashMap<>();
        PatientId candidate = null;
        for (IdentifierKey key : numbers.keySet()) {
            PatientId owner = caller.ownerOf(key);
            if (owner != null) {
                owners.put(key, owner);
                candidate = candidate == null ? owner : candidate;
            }
        }
        List<AddIdentifier> added = new ArrayList<>();
        for (Map.Entry<IdentifierKey, Identifier> number : numbers.entrySet()) {
            IdentifierKey key = number.getKey();
            if (!owners.containsKey(key)) {
                candidate = caller.claim(key, candidate == null ? newId.get() : candidate);
                owners.put(key, candidate);
                added.add(new AddIdentifier(candidate, key, number.getValue(), caller.toldAt));
            }
        }
        added.forEach(caller::send);
        return owners;
    }

    private static void link(Collection<PatientId> records, Caller caller) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            NavigableSet<PatientId> roots = new TreeSet<>(Survivors.BY_ID);
            records.forEach(record -> roots.add(caller.rootOf(record)));
            PatientId survivor = roots.removeFirst();
            try {
                roots.forEach(
                        root -> caller.send(new MergeInto(root, survivor, MergeKind.SAME_IDENTIFIERS, caller.toldAt)));
                return;
            } catch (Rejected somebodyElseLinkedIt) {
                if (attempt == ATTEMPTS) {
                    throw somebodyElseLinkedIt;
                }
            }
        }
    }

    /** Asks and tells in the name of whoever told us. */
    private final class Caller {

        private final Instant toldAt;
        private final Map<String, String> metadata;

        Caller(Instant toldAt, Map<String, String> metadata) {
            this.toldAt = toldAt;
            this.metadata = metadata;
        }

        void send(PatientCommand command) {
            commands.send(command, metadata);
        }

        @Nullable PatientId ownerOf(IdentifierKey key) {
            return commands.ask(new AskOwner(key), metadata, Ownership.class).owner();
        }

        PatientId claim(IdentifierKey key, PatientId candidate) {
            return commands.ask(new Claim(key, candidate, toldAt), metadata, PatientId.class);
        }

        PatientId survivorOf(PatientId record) {
            return survivors.after(record, metadata);
        }

        PatientId rootOf(PatientId record) {
            return survivors.rootOf(record, metadata);
        }
    }
}
