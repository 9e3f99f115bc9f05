package care.throughline.command.directory;

import care.throughline.command.Rejected;
import care.throughline.command.directory.DirectoryCommand.AskStanding;
import care.throughline.command.directory.DirectoryCommand.ChangeCapacity;
import care.throughline.command.directory.DirectoryCommand.ChangeReach;
import care.throughline.command.directory.DirectoryCommand.Correct;
import care.throughline.command.directory.DirectoryCommand.Enter;
import care.throughline.command.directory.DirectoryCommand.TellCashPrice;
import care.throughline.command.directory.DirectoryCommand.Verify;
import care.throughline.command.directory.DirectoryCommand.Withdraw;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.directory.DirectoryEvent.CapacityChanged;
import care.throughline.events.directory.DirectoryEvent.CashPriceTold;
import care.throughline.events.directory.DirectoryEvent.PerformerEntered;
import care.throughline.events.directory.DirectoryEvent.PerformerVerified;
import care.throughline.events.directory.DirectoryEvent.PerformerWithdrawn;
import care.throughline.events.directory.DirectoryEvent.ProfileCorrected;
import care.throughline.events.directory.DirectoryEvent.ReachChanged;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Reach;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the directory knows of one performer when it decides. */
sealed interface DirectoryState {

    /** Never entered, or withdrawn. */
    record Absent() implements DirectoryState {}

    /**
     * In it.
     *
     * @param prices the last told of each service, by its code
     */
    record Present(Profile profile, Capacity capacity, Reach reach, Instant verifiedAt, Map<String, CashPrice> prices)
            implements DirectoryState {}

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws Rejected if the performer is not in the directory
     */
    default List<DirectoryEvent> decide(DirectoryCommand command) {
        return switch (command) {
            case Enter enter -> enter(enter);
            case Correct correct -> correct(correct, present());
            case ChangeCapacity change -> change(change, present());
            case ChangeReach change -> change(change, present());
            case Verify verify -> verify(verify, present());
            case TellCashPrice tell -> price(tell, present());
            case Withdraw withdraw -> withdraw(withdraw);
            case AskStanding ask -> List.of();
        };
    }

    default DirectoryState evolve(DirectoryEvent event) {
        return switch (event) {
            case PerformerEntered told ->
                new Present(told.profile(), told.capacity(), reach(), told.occurredAt(), Map.of());
            case ProfileCorrected told -> new Present(told.profile(), capacity(), reach(), verifiedAt(), prices());
            case CapacityChanged told ->
                new Present(present().profile(), told.capacity(), reach(), verifiedAt(), prices());
            case ReachChanged told ->
                new Present(present().profile(), capacity(), told.reach(), verifiedAt(), prices());
            case PerformerVerified told ->
                new Present(present().profile(), capacity(), reach(), told.occurredAt(), prices());
            case CashPriceTold told -> priced(told);
            case PerformerWithdrawn told -> new Absent();
        };
    }

    default Standing standing() {
        return switch (this) {
            case Absent absent -> new Standing(null, Capacity.NONE);
            case Present known -> new Standing(known.profile(), known.capacity());
        };
    }

    private List<DirectoryEvent> enter(Enter command) {
        if (this instanceof Present known) {
            if (known.profile().equals(command.profile()) && known.capacity() == command.capacity()) {
                return List.of();
            }
            throw new Rejected("performer-present", "This performer is in the directory already. Correct its entry.");
        }
        return List.of(new PerformerEntered(command.performer(), command.profile(), command.capacity(), command.at()));
    }

    private static List<DirectoryEvent> correct(Correct command, Present known) {
        return known.profile().equals(command.profile())
                ? List.of()
                : List.of(new ProfileCorrected(command.performer(), command.profile(), command.at()));
    }

    private static List<DirectoryEvent> change(ChangeCapacity command, Present known) {
        return known.capacity() == command.capacity()
                ? List.of()
                : List.of(new CapacityChanged(command.performer(), command.capacity(), command.at()));
    }

    private static List<DirectoryEvent> change(ChangeReach command, Present known) {
        return known.reach().equals(command.reach())
                ? List.of()
                : List.of(new ReachChanged(command.performer(), command.reach(), command.at()));
    }

    private static List<DirectoryEvent> verify(Verify command, Present known) {
        return command.at().isAfter(known.verifiedAt())
                ? List.of(new PerformerVerified(command.performer(), command.at()))
                : List.of();
    }

    private static List<DirectoryEvent> price(TellCashPrice command, Present known) {
        CashPrice told = command.price();
        CashPrice last = known.prices().get(told.service());
        boolean nothingNew = last != null && (last.equals(told) || last.toldOn().isAfter(told.toldOn()));
        return nothingNew
                ? List.of()
                : List.of(new CashPriceTold(
                        command.performer(),
                        told.service(),
                        told.words(),
                        told.amount(),
                        told.currency(),
                        told.toldOn(),
                        command.at()));
    }

    private DirectoryState priced(CashPriceTold told) {
        Map<String, CashPrice> prices = new HashMap<>(present().prices());
        prices.put(
                told.service(),
                new CashPrice(told.service(), told.words(), told.amount().setScale(2), told.currency(), told.toldOn()));
        return new Present(present().profile(), capacity(), reach(), verifiedAt(), Map.copyOf(prices));
    }

    private List<DirectoryEvent> withdraw(Withdraw command) {
        return this instanceof Absent ? List.of() : List.of(new PerformerWithdrawn(command.performer(), command.at()));
    }

    private Map<String, CashPrice> prices() {
        return present().prices();
    }

    private Capacity capacity() {
        return present().capacity();
    }

    private Reach reach() {
        return this instanceof Present known ? known.reach() : Reach.BY_PEOPLE;
    }

    private Instant verifiedAt() {
        return present().verifiedAt();
    }

    private Present present() {
        if (this instanceof Present known) {
            return known;
        }
        throw new Rejected("performer-unknown", "There is no such performer in the directory. Enter it first.");
    }
}
