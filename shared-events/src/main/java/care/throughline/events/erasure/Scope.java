package care.throughline.events.erasure;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an erasure reaches: pseudonyms, nothing else.
 *
 * @param records every record of the person, merged ones included
 * @param messages inbound messages that told of this person alone: their texts are destroyed
 * @param shared messages that also told of others: their texts stay sealed under keys of their own until the last of
 *     those persons is erased
 */
public record Scope(Set<PatientId> records, Set<MessageId> messages, Set<MessageId> shared) {

    /** The ids of the records, in order, as databases take them. */
    public String[] recordIds() {
        return records.stream().map(PatientId::value).sorted().toArray(String[]::new);
    }

    /** Whose keys are destroyed: the records and the messages of this person alone. */
    public Collection<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        records.forEach(record -> subjects.add(record.value()));
        messages.forEach(message -> subjects.add(message.value()));
        return subjects;
    }
}
