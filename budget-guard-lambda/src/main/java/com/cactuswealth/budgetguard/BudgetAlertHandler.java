package com.cactuswealth.budgetguard;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cactuswealth.budgetguard.SnsEvent.Notice;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Receives the alerts of AWS Budgets by way of SNS. The wire only: {@link BudgetMessage} knows what they mean. */
@Named("budget-alert")
@RegisterForReflection(targets = {Decisions.class, Decision.class, BudgetAlert.class})
class BudgetAlertHandler implements RequestHandler<SnsEvent, Decisions> {

    private static final Logger LOG = Logger.getLogger(BudgetAlertHandler.class);

    private final ObjectMapper mapper;

    BudgetAlertHandler(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Decisions handleRequest(SnsEvent event, Context context) {
        return new Decisions(event.records().stream()
                .map(SnsEvent.Item::sns)
                .map(this::decide)
                .toList());
    }

    private Decision decide(Notice notice) {
        var decision = Decision.on(notice.messageId(), BudgetMessage.read(notice.message()));
        if (decision.understood()) {
            LOG.infof("Budget alert %s", json(decision));
        } else {
            LOG.warnf("Budget message not understood %s, it says %s", json(decision), json(notice));
        }
        return decision;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
