package com.cactuswealth.platform.money;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.InvalidValueException;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in a currency. On the wire the amount is a decimal string, so that no client rounds it.
 *
 * @param amount up to 15 digits before and 4 after the point, as the columns hold it; always with 4, so that equal
 *     amounts are equal
 * @param currency ISO 4217 code of a country's money: see {@link Currencies}
 */
public record Money(
        @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        BigDecimal amount,

        @NotNull String currency) {

    private static final int MAX_SCALE = 4;
    private static final int MAX_INTEGER_DIGITS = 15;

    /** @throws InvalidValueException when the amount does not fit or the currency does not exist */
    public Money {
        if (amount == null
                || amount.scale() > MAX_SCALE
                || (long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new InvalidValueException(Message.of("money.amount")
                    .with("digits", MAX_INTEGER_DIGITS)
                    .with("decimals", MAX_SCALE));
        }
        if (currency == null || !Currencies.exists(currency)) {
            throw new InvalidValueException(Message.of("money.currency"));
        }
        amount = amount.setScale(MAX_SCALE);
    }
}
