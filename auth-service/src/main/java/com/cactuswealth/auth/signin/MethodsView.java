package com.cactuswealth.auth.signin;

/** Which ways to sign in are offered here. */
record MethodsView(boolean password, boolean google, boolean passkey) {}
