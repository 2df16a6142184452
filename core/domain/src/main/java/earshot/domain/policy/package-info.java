/**
 * What a company has decided: which accounts are ours, which team answers what, how soon, in which
 * working time, and who hears of it when time runs out. {@link earshot.domain.policy.Policies} is
 * the door: the version in force, and each version that a clock was pinned to.
 */
@NullMarked
package earshot.domain.policy;

import org.jspecify.annotations.NullMarked;
