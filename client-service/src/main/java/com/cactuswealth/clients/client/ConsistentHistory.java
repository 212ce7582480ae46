package com.cactuswealth.clients.client;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

/** A client was met in living memory, and entered each stage from another one and not before it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ConsistentHistory.Check.class)
@interface ConsistentHistory {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<ConsistentHistory, ImportedClient> {

        private static final Instant LIVING_MEMORY = Instant.parse("1900-01-01T00:00:00Z");
        private static final String TOO_OLD = "{com.cactuswealth.clients.client.ConsistentHistory.tooOld}";
        private static final String ORDER = "{com.cactuswealth.clients.client.ConsistentHistory.order}";
        private static final String SAME_STAGE = "{com.cactuswealth.clients.client.ConsistentHistory.sameStage}";

        @Override
        public boolean isValid(ImportedClient client, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            var consistent = true;
            var stage = client.stage();
            var since = client.createdAt();
            if (since != null && since.isBefore(LIVING_MEMORY)) {
                context.buildConstraintViolationWithTemplate(TOO_OLD)
                        .addPropertyNode("createdAt")
                        .addConstraintViolation();
                consistent = false;
            }
            for (var i = 0; i < client.history().size(); i++) {
                var entry = client.history().get(i);
                if (entry == null || entry.stage() == null || entry.enteredAt() == null || since == null) {
                    return consistent; // what is missing is told by another constraint
                }
                if (entry.stage() == stage) {
                    consistent = refuse(context, SAME_STAGE, i, "stage");
                }
                if (entry.enteredAt().isBefore(since)) {
                    consistent = refuse(context, ORDER, i, "enteredAt");
                }
                stage = entry.stage();
                since = entry.enteredAt();
            }
            return consistent;
        }

        private static boolean refuse(ConstraintValidatorContext context, String message, int index, String field) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode("history")
                    .addPropertyNode(field)
                    .inIterable()
                    .atIndex(index)
                    .addConstraintViolation();
            return false;
        }
    }
}
