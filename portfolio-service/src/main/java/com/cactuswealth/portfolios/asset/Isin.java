package com.cactuswealth.portfolios.asset;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** An International Securities Identification Number with the right check digit (ISO 6166). */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = Isin.Validator.class)
@interface Isin {

    String message() default "{com.cactuswealth.portfolios.asset.Isin.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Letters count as 10 to 35; then the Luhn sum over all digits must be a multiple of ten. */
    class Validator implements ConstraintValidator<Isin, String> {

        private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || (SHAPE.matcher(value).matches() && luhn(digits(value)) % 10 == 0);
        }

        private static String digits(String isin) {
            var digits = new StringBuilder();
            isin.chars().forEach(letter -> digits.append(letter <= '9' ? letter - '0' : letter - 'A' + 10));
            return digits.toString();
        }

        private static int luhn(String digits) {
            var sum = 0;
            for (var place = 0; place < digits.length(); place++) {
                var digit = digits.charAt(digits.length() - 1 - place) - '0';
                var doubled = place % 2 == 0 ? digit : 2 * digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
            return sum;
        }
    }
}
