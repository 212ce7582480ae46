package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.Credentials;

/** Somebody to sign in as. */
record DemoUser(String role, String grade, String name, Credentials credentials) {}
