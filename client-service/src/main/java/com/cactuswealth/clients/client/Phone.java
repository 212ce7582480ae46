package com.cactuswealth.clients.client;

/** How a telephone number is written, without saying of which country it is. */
final class Phone {

    /** 6 to 15 digits, as ITU-T E.164 has at most, with what people write between them. */
    static final String FORMAT = "\\+?([ ()./-]*[0-9]){6,15}[ ()./-]*";

    static final int MAX_LENGTH = 30;
    static final String MESSAGE = "{com.cactuswealth.clients.client.Phone.message}";

    private Phone() {}
}
