package com.cactuswealth.clients.client;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What one advisor has once: an e-mail address, whatever its case. */
record Address(UUID ownerId, String email) {

    Address {
        email = email.toLowerCase(Locale.ROOT);
    }

    /** Empty for a client without an address. */
    static Optional<Address> of(ImportedClient client) {
        return Optional.ofNullable(client.email()).map(email -> new Address(client.ownerId(), email));
    }
}
