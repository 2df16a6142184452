package earshot.casebook;

import earshot.json.JsonObject;
import java.time.Instant;

/**
 * How far a scheduled function has come with one account, held by one of its invocations.
 *
 * @param function the folder's name
 * @param account as the network names it
 * @param holder the invocation that holds it
 * @param connectedAt when this function first looked at the account
 * @param rev of the item, by which a holder whose lease was taken over is known
 * @param state the function's own
 */
public record Cursor(
        String function,
        String account,
        String holder,
        Instant connectedAt,
        long rev,
        JsonObject state) {}
