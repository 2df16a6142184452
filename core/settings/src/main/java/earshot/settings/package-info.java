/**
 * What a function is told by its environment: read once when it starts, every fault named at once.
 */
@NullMarked
package earshot.settings;

import org.jspecify.annotations.NullMarked;
