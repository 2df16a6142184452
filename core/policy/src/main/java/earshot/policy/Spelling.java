package earshot.policy;

/** How a value is written. */
@FunctionalInterface
interface Spelling<T> {
    /**
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    T read(String text);
}
