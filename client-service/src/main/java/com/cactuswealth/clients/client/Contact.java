package com.cactuswealth.clients.client;

/** How a client can be reached. */
interface Contact {

    String email();

    String phone();
}
