/** Measures what was promised in numbers: how late, how many, how soon. */
@NullMarked
package earshot.benchmarks;

import org.jspecify.annotations.NullMarked;
