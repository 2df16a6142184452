@org.jspecify.annotations.NullMarked
package earshot.sweep;
