package care.throughline.infra.sealing;

/** Keys, master key and sealed data do not belong together: an operator has to act, nobody was forgotten. */
public final class DamagedVault extends RuntimeException {

    DamagedVault(String message) {
        super(message);
    }
}
