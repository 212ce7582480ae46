package com.cactuswealth.clients.client;

import java.util.Locale;
import java.util.UUID;

/** What one advisor has once: an e-mail address, whatever its case. */
record Address(UUID ownerId, String email) {

    Address {
        email = email.toLowerCase(Locale.ROOT);
    }

    static Address of(ImportedClient client) {
        return new Address(client.ownerId(), client.email());
    }
}
