package com.cactuswealth.launcher;

/** Where the suite says what it does, one line at a time. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = _ -> {};

    void say(String line);
}
