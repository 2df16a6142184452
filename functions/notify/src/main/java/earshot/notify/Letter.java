package earshot.notify;

import earshot.casebook.Notices.StoredNotice;
import earshot.domain.Digest;
import earshot.queue.NoticeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What one recipient is told at once. */
sealed interface Letter {
    /** Bytes of the digest in an id. */
    int DIGEST = 16;

    /** Oldest due first; of those due at once, the one decided first. */
    Comparator<StoredNotice> ORDER =
            Comparator.comparing((StoredNotice kept) -> kept.notice().why().dueAt())
                    .thenComparing(kept -> kept.notice().decidedAt())
                    .thenComparing(kept -> key(kept.key()));

    List<StoredNotice> notices();

    /** The same for the same notices, however often and in whatever order they are told. */
    String id();

    record Single(StoredNotice notice) implements Letter {
        @Override
        public List<StoredNotice> notices() {
            return List.of(notice);
        }

        @Override
        public String id() {
            return "ntc_" + digest(notices());
        }
    }

    record Listed(List<StoredNotice> notices) implements Letter {
        public Listed {
            notices = List.copyOf(notices);
        }

        @Override
        public String id() {
            return "lst_" + digest(notices);
        }
    }

    /**
     * @param alone how many may leave alone: the rest leaves as one list
     */
    static List<Letter> of(List<StoredNotice> notices, int alone) {
        var sorted = notices.stream().sorted(ORDER).toList();
        List<Letter> letters = new ArrayList<>();
        sorted.stream().limit(alone).map(Single::new).forEach(letters::add);
        if (sorted.size() > alone) {
            letters.add(new Listed(sorted.subList(alone, sorted.size())));
        }
        return letters;
    }

    /** How a notice is named outside: {@code pk#sk}; no pk of the table holds a {@code #}. */
    static String key(NoticeReference reference) {
        return reference.pk() + "#" + reference.sk();
    }

    /** Hexadecimal: a dot in an id would move the boundary of what is signed. */
    private static String digest(List<StoredNotice> notices) {
        return Digest.of(
                notices.stream()
                        .map(notice -> key(notice.key()))
                        .sorted()
                        .map(key -> key + "\n")
                        .collect(Collectors.joining()),
                DIGEST);
    }
}
