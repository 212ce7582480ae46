package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Progress;
import java.io.PrintStream;

/** Says things to the person at the terminal. */
final class Terminal implements Progress {

    private final PrintStream out = System.out;

    @Override
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** What the person types; nothing when nobody is there to ask. */
    synchronized String ask(String question) {
        out.print(question);
        out.flush();
        var answer = System.console().readLine();
        return answer == null ? "" : answer.strip();
    }
}
