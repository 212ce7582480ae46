package com.cactuswealth.budgetguard.report;

/** Takes lines that CloudWatch must find as they are, outside the frame of the log. */
public interface Console {

    void print(String line);
}
