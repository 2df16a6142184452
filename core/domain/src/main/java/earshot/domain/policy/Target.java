package earshot.domain.policy;

import earshot.domain.WireWord;

/** Which answer a wait cycle is waiting for. */
public enum Target implements WireWord {
    /** The first answer of a case, and the first after it was reopened. */
    FIRST,
    /** Every later answer. */
    NEXT
}
