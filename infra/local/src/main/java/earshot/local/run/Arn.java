package earshot.local.run;

/** The names that AWS would give to what runs here. */
final class Arn {
    private Arn() {}

    static String of(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s"
                .formatted(service, EmbeddedServers.REGION, EmbeddedServers.ACCOUNT, resource);
    }
}
