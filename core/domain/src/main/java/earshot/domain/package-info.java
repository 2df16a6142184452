/**
 * Posts, cases and clocks. This package imports {@code java.*} and JSpecify and nothing else: no
 * AWS, no JSON, no clock of its own. Time comes in as an argument.
 */
@NullMarked
package earshot.domain;

import org.jspecify.annotations.NullMarked;
