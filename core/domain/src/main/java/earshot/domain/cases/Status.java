package earshot.domain.cases;

import earshot.domain.WireWord;

/** Where a case stands. */
public enum Status implements WireWord {
    /** A customer waits, or a person said that it is not over. */
    OPEN,
    /** The last word is ours. */
    ANSWERED,
    /** Put aside by a person until an instant or the customer's next post. */
    SNOOZED,
    /** Over, by command, by the policy or because every customer post was deleted. */
    RESOLVED,
    /** Every customer post was ignored by a rule: no clock, no notice. */
    IGNORED
}
