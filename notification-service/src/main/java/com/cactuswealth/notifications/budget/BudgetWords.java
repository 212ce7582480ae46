package com.cactuswealth.notifications.budget;

import com.cactuswealth.notifications.inbox.Language;
import com.cactuswealth.notifications.inbox.Wording;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;

/** Turns what the budget guard says into the parameters of a notification. */
final class BudgetWords {

    private static final Wording SPENT = new Wording("{amount} de {budgeted} USD", "{amount} of {budgeted} USD");
    private static final Wording UNKNOWN = new Wording("gasto sin informar", "spending not reported");

    private BudgetWords() {}

    static Map<String, String> of(BudgetMessage.Data data) {
        var parameters = new HashMap<String, String>();
        parameters.put("budget", data.budget());
        parameters.put("period", data.period());
        for (var language : Language.values()) {
            parameters.put(language.parameter("action"), data.action().label().in(language));
            parameters.put(language.parameter("outcome"), data.outcome().label().in(language));
            parameters.put(language.parameter("spent"), spent(data, language));
            parameters.put(
                    language.parameter("summary"),
                    switch (language) {
                        case SPANISH -> data.summary().es();
                        case ENGLISH -> data.summary().en();
                    });
        }
        return parameters;
    }

    private static String spent(BudgetMessage.Data data, Language language) {
        if (data.amount() == null || data.budgeted() == null) {
            return UNKNOWN.in(language);
        }
        var amounts = Map.of(
                "amount", inCents(data.amount(), language),
                "budgeted", inCents(data.budgeted(), language));
        return SPENT.in(language, amounts);
    }

    private static String inCents(BigDecimal amount, Language language) {
        var format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
