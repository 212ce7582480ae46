package com.cactuswealth.auth.signin;

/** A way to sign in. It is offered when there is a bean for it. */
interface SignInMethod {

    enum Kind {
        PASSWORD,
        GOOGLE,
        PASSKEY
    }

    Kind kind();
}
