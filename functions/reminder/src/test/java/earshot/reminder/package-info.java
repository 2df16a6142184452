@org.jspecify.annotations.NullMarked
package earshot.reminder;
