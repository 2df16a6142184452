@org.jspecify.annotations.NullMarked
package earshot.casebook;
