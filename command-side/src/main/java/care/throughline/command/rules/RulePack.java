package care.throughline.command.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One file of dated rules; of each kind at most one holds on a day. */
record RulePack(
        String pack,
        List<Opening> opening,
        List<ClockRule> clocks,
        List<Ending> ending,
        List<Transfer> transfer,
        List<LaceRule> lace,
        List<PacketRule> packet,
        List<WaitRule> referralWaits,
        List<AuthorizationRule> authorization,
        List<FreshnessRule> directory,
        List<AppointmentRule> appointments,
        List<RetentionRule> retention) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads and checks a pack.
     *
     * @param name of the file, for the error
     * @throws IllegalStateException if something is missing or makes no sense; the sentence says what
     */
    static RulePack read(String name, InputStream yaml) {
        try (yaml) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            RulePack pack = STRICT.convertValue(tree, RulePack.class);
            pack.check(name);
            return pack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    static <R extends Dated> Optional<R> on(LocalDate day, List<R> rules) {
        return rules.stream().filter(rule -> rule.holdsOn(day)).findFirst();
    }

    private void check(String name) {
        require(name, pack, "pack must name the pack");
        checkAll(name, "opening", opening);
        checkAll(name, "clocks", clocks);
        checkAll(name, "ending", ending);
        checkAll(name, "transfer", transfer);
        checkAll(name, "lace", lace);
        checkAll(name, "packet", packet);
        checkAll(name, "referralWaits", referralWaits);
        checkAll(name, "authorization", authorization);
        checkAll(name, "directory", directory);
        checkAll(name, "appointments", appointments);
        checkAll(name, "retention", retention);
    }

    private static <R extends Dated> void checkAll(String name, String kind, @Nullable List<R> rules) {
        if (rules == null || rules.isEmpty()) {
            throw new IllegalStateException(name + ": " + kind + " must have at least one rule");
        }
        rules.forEach(rule -> check(name + ": " + kind, rule));
        for (R rule : rules) {
            long holding =
                    rules.stream().filter(other -> other.holdsOn(rule.from())).count();
            if (holding > 1) {
                throw new IllegalStateException(
                        name + ": " + kind + " has " + holding + " rules that hold on " + rule.from());
            }
        }
    }

    private static void check(String where, Dated rule) {
        require(where, rule.id(), "every rule needs an id");
        String missing = Faults.missing((Record) rule);
        if (missing != null) {
            throw new IllegalStateException(where + " '" + rule.id() + "': " + missing + " is missing");
        }
        require(where + " '" + rule.id() + "'", rule.source(), "source must say where the numbers come from");
        LocalDate to = rule.to();
        if (to != null && to.isBefore(rule.from())) {
            throw new IllegalStateException(where + " '" + rule.id() + "': it ends before it begins");
        }
        String fault = rule.fault();
        if (fault != null) {
            throw new IllegalStateException(where + " '" + rule.id() + "': " + fault);
        }
    }

    private static void require(String where, @Nullable String text, String otherwise) {
        if (text == null || text.isBlank()) {
            throw new IllegalStateException(where + ": " + otherwise);
        }
    }
}
