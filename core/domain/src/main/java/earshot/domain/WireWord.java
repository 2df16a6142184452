package earshot.domain;

import java.util.Locale;

/**
 * An enum constant as tables, queues and policies spell it: {@code MET_LATE} is {@code met_late}.
 */
public interface WireWord {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException naming the word when it is none of the type's
     */
    static <E extends Enum<E> & WireWord> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "No " + type.getSimpleName().toLowerCase(Locale.ROOT) + ": " + word);
    }
}
