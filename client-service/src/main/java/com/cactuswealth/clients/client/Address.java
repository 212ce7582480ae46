package com.cactuswealth.clients.client;

import com.cactuswealth.platform.text.EmailAddress;
import java.util.Optional;
import java.util.UUID;

/** What one advisor has once: an e-mail address, whatever its case. */
record Address(UUID ownerId, String email) {

    Address {
        email = EmailAddress.normal(email);
    }

    /** Empty for a client without an address. */
    static Optional<Address> of(ImportedClient client) {
        return Optional.ofNullable(client.email()).map(email -> new Address(client.ownerId(), email));
    }
}
