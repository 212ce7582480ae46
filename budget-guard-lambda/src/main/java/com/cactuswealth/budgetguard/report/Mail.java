package com.cactuswealth.budgetguard.report;

/** Sends an e-mail to whoever is told about the guard. */
public interface Mail {

    void send(String subject, String body);
}
