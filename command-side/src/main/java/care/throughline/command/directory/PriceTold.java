package care.throughline.command.directory;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody there said a service costs without insurance.
 *
 * @param service a code of the drug or service, for example an NDC or HCPCS code
 * @param words what it is, in one's own words
 * @param currency three letters, {@code USD} if none
 * @param toldOn a day in the organisation's zone, today if none
 */
record PriceTold(
        @Nullable String service,
        @Nullable String words,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate toldOn) {

    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final int CODE = 20;

    CashPrice on(LocalDate today) {
        LocalDate day = Objects.requireNonNullElse(toldOn, today);
        if (day.isAfter(today)) {
            throw new Rejected("in-the-future", "A price is told on a day that has come.");
        }
        return new CashPrice(
                code(),
                Texts.required(words, "What it is", Texts.LINE),
                money(),
                known(Objects.requireNonNullElse(currency, "USD")),
                day);
    }

    private String code() {
        String code = Texts.required(service, "The code of the service", CODE);
        if (!code.matches("[A-Za-z0-9.-]+")) {
            throw new Rejected("code-unclear", "A code has letters, digits, dots and dashes.");
        }
        return code.toUpperCase(java.util.Locale.ROOT);
    }

    private BigDecimal money() {
        if (amount == null || amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(MOST) > 0) {
            throw new Rejected("amount-unclear", "Give the price with at most two decimals.");
        }
        return amount.setScale(2);
    }

    private static String known(String currency) {
        try {
            return Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new Rejected("currency-unclear", "A currency has three letters, for example USD.");
        }
    }
}
