package com.cactuswealth.budgetguard.ledger;

import com.cactuswealth.budgetguard.Invocation;
import com.cactuswealth.budgetguard.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Who does what. A claim lasts as long as the invocation that made it can live, so what a dead one left is taken up again;
 * it is made by a conditional write, so of two at once one gets it.
 */
public interface Ledger {

    /** Claims something new, or abandoned, or finished so long ago that it may be asked for again. */
    Optional<Entry> claim(Key key, String task, Invocation invocation);

    /** Claims what an earlier invocation released. */
    Optional<Entry> takeUp(String id, Invocation invocation);

    /** Keeps what a later invocation will need to know. */
    void keep(String id, String progress);

    /** Lets another invocation carry on. */
    void release(String id);

    /** Ends it; until then nobody can claim it again. */
    void finish(String id, Outcome outcome, Instant closedUntil);

    /** How an entry that was finished ended. */
    Optional<String> outcome(String id);
}
