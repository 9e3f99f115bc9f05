package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.merkle.Prover;
import care.throughline.query.ledger.Ledger.Witness;
import care.throughline.verifier.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private final LedgerForTests test = new LedgerForTests();
    private final WitnessForTests witness = new WitnessForTests(LedgerForTests.KEY.verifying());

    @BeforeEach
    void sign_something() throws Exception {
        test.store(300);
        test.sign();
    }

    @AfterEach
    void stop() {
        witness.close();
        test.close();
    }

    @Test
    void a_witness_cosigns_the_first_checkpoint_and_what_continues_it() throws Exception {
        assertThat(sender().sent()).isTrue();
        test.store(77);
        Checkpoint second = test.sign();
        assertThat(state().waitingSince()).isNotNull();
        assertThat(sender().sent()).isTrue();

        assertThat(witness.size()).isEqualTo(377);
        assertThat(state().size()).isEqualTo(377);
        assertThat(state().waitingSince()).isNull();
        assertThat(test.parts.checkpoints().cosigned(second))
                .startsWith(second.note())
                .contains("\n— witness.example/w ");
    }

    @Test
    void nothing_is_sent_twice() throws Exception {
        sender().sent();
        sender().sent();
        assertThat(witness.requests()).isEqualTo(1);
    }

    @Test
    void a_witness_that_knows_more_than_we_remember_tells_us_where_to_start() throws Exception {
        client().cosign(test.parts.checkpoints().latest().orElseThrow(), 0);
        test.store(10);
        test.sign();
        assertThat(sender().sent()).isTrue();
        assertThat(witness.size()).isEqualTo(310);
    }

    @Test
    void a_witness_that_cannot_be_reached_is_asked_again_later() throws Exception {
        WitnessSender sender = sender();
        witness.close();
        assertThat(sender.sent()).isFalse();
        assertThat(state().size()).isZero();
        assertThat(state().waitingSince()).isNotNull();
    }

    @Test
    void a_forked_tree_is_not_cosigned() throws Exception {
        sender().sent();
        try (LedgerForTests fork = new LedgerForTests()) {
            fork.store(310);
            fork.tamper("update store.event set name = 'stay.Cancelled' where position = 3");
            Checkpoint forked = fork.sign();
            WitnessClient client = new WitnessClient(witness.address(), witness.key(), new Prover(fork.parts.tiles()));
            assertThatThrownBy(() -> client.cosign(forked, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("422");
        }
    }

    @Test
    void a_signature_of_somebody_else_does_not_count() {
        VerifyingKey other = WitnessForTests.keyOf("witness.example/w", 9);
        WitnessClient client = new WitnessClient(witness.address(), other, new Prover(test.parts.tiles()));
        assertThatThrownBy(() -> client.cosign(test.parts.checkpoints().latest().orElseThrow(), 0))
                .hasMessageContaining("without a signature of its key");
    }

    @Test
    void the_verifier_finds_the_cosignature_in_an_export() throws Exception {
        assertThat(verified(witness.key())).startsWith("ALTERED").contains("not cosigned");
        sender().sent();
        assertThat(verified(witness.key())).startsWith("ok").contains("has seen the same checkpoint");
        assertThat(verified(WitnessForTests.keyOf("witness.example/w", 9))).contains("not cosigned");
    }

    private String verified(VerifyingKey cosigner) throws IOException {
        Path file = ExportsForTests.write(test, ExportsForTests.everything(null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Verifier.run(new PrintStream(out, true, UTF_8), "--witness", cosigner.line(), file.toString());
        Files.delete(file);
        String told = out.toString(UTF_8);
        return told.contains("ALTERED") ? told.substring(told.indexOf("ALTERED")) : told;
    }

    private Witness state() {
        return Objects.requireNonNull(
                new Status(test.parts, witness.key()).read().witness());
    }

    private WitnessSender sender() {
        return new WitnessSender(test.parts, client());
    }

    private WitnessClient client() {
        return new WitnessClient(witness.address(), witness.key(), new Prover(test.parts.tiles()));
    }
}
