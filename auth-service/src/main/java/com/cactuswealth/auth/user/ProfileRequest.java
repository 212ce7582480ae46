package com.cactuswealth.auth.user;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What people decide about themselves.
 *
 * @param language of screens and messages, null to follow the browser
 * @param timeZone an IANA name such as {@code America/Argentina/Buenos_Aires}, null to follow the browser
 */
record ProfileRequest(
        @Pattern(regexp = "es-AR|en", message = "{user.language}") @Schema(enumeration = {"es-AR", "en"})
        String language,

        String timeZone) {}
