package com.cactuswealth.auth.user;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The administrator of an empty installation, made once when there is no user at all. */
@ConfigMapping(prefix = "cactus.bootstrap")
public interface BootstrapConfig {

    /** E-mail of the first administrator. */
    Optional<String> email();

    /** Password of the first administrator. */
    Optional<String> password();
}
