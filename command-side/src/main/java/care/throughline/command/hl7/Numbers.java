package care.throughline.command.hl7;

import care.throughline.command.intake.Assigner;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Facility;
import care.throughline.events.FacilityCode;
import care.throughline.events.Sensitivity;
import care.throughline.events.patient.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads numbers with their assigners (HL7 type CX). Only types MR and PI say who somebody is. An assigner is found by
 * namespace or OID; a missing one is the sender's own. A namespace that nobody configured means something at its sender
 * only, so it is kept apart from equal names of other senders.
 */
record Numbers(Facilities facilities, Facility sender) {

    /** The identifying numbers of a field, each once, in the order given. */
    List<Identifier> identifiers(Fields segment, int field) {
        List<Identifier> found = new ArrayList<>();
        for (int repetition = 0; repetition < segment.repetitions(field); repetition++) {
            identifier(segment, field, repetition)
                    .filter(one -> !found.contains(one))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The facility whose visit numbers these are: the assigner of the number if it is known, else the sender. */
    FacilityCode owner(Fields visit, int field) {
        return place(visit, field).code();
    }

    /** Those of the sender, and those of the place, unit (PV1-3.1) and service (PV1-10) of the visit that PV1-19 names. */
    Set<Sensitivity> labels(Fields visit) {
        Facility place = place(visit, 19);
        return Stream.of(sender.labels(), place.labels(visit.get(3, 0, 1)), place.labels(visit.get(10)))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Facility place(Fields visit, int field) {
        return assignerOf(visit, field, 0)
                .flatMap(assigner -> facilities.facilities().stream()
                        .filter(facility -> facility.assigner().equals(assigner))
                        .findFirst())
                .orElse(sender);
    }

    private Optional<Identifier> identifier(Fields segment, int field, int repetition) {
        String value = segment.get(field, repetition, 1);
        return Fields.said(value) == null
                ? Optional.empty()
                : type(segment.get(field, repetition, 5))
                        .map(type -> new Identifier(assignerName(segment, field, repetition), value, type));
    }

    private static Optional<Identifier.Type> type(String code) {
        return switch (code) {
            case "MR", "" -> Optional.of(Identifier.Type.MR);
            case "PI" -> Optional.of(Identifier.Type.PI);
            default -> Optional.empty();
        };
    }

    private String assignerName(Fields segment, int field, int repetition) {
        String namespace = segment.get(field, repetition, 4, 1);
        String oid = segment.get(field, repetition, 4, 2);
        if (namespace.isEmpty() && oid.isEmpty()) {
            return sender.assigner().namespace();
        }
        return assignerOf(segment, field, repetition)
                .map(Assigner::namespace)
                .orElse(oid.isEmpty() ? sender.code() + "/" + namespace : "urn:oid:" + oid);
    }

    private Optional<Assigner> assignerOf(Fields segment, int field, int repetition) {
        String oid = segment.get(field, repetition, 4, 2);
        String namespace = segment.get(field, repetition, 4, 1);
        Optional<Assigner> byOid = oid.isEmpty() ? Optional.empty() : facilities.assigner(oid);
        return byOid.isPresent() || namespace.isEmpty() ? byOid : facilities.assigner(namespace);
    }
}
