package com.cactuswealth.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells a database that is away, restarts, or has no connection free from a fault of ours. */
final class DatabaseOutage {

    private static final int DEEPEST = 20;

    private DatabaseOutage() {}

    /** Whether it is the reason, or among the reasons, of a failure. */
    static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, 0);
    }

    /** A transaction manager tells the reason of a failed commit as a suppressed exception only. */
    private static boolean isCauseOf(Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return false;
        }
        return (failure instanceof SQLException refused && isOutage(refused))
                || isCauseOf(failure.getCause(), depth + 1)
                || Stream.of(failure.getSuppressed()).anyMatch(suppressed -> isCauseOf(suppressed, depth + 1));
    }

    private static boolean isOutage(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state.startsWith("08") // connection exception
                || state.startsWith("57P") // the server stops, starts or recovers
                || state.equals("53300") // too many connections
                || isPoolExhausted(failure);
    }

    /** Agroal has neither a state nor a type for it. */
    private static boolean isPoolExhausted(SQLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
