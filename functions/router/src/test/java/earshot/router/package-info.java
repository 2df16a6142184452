@org.jspecify.annotations.NullMarked
package earshot.router;
