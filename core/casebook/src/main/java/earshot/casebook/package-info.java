/**
 * The case table: the only place that spells its keys and its attributes. What stands here is a
 * public contract, written down in docs/case-table.md.
 */
@NullMarked
package earshot.casebook;

import org.jspecify.annotations.NullMarked;
