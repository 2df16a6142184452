package earshot.stack;

import java.util.List;

/**
 * One secret of the template: the settings of one network.
 *
 * @param arn what {@code Ref} gives; a predicted one, since nothing here keeps secrets
 * @param required the settings that it has a placeholder for, such as {@code APP_SECRET}
 * @param optional further settings that it may hold
 */
public record SecretResource(
        String logicalId, String name, String arn, List<String> required, List<String> optional) {
    public SecretResource {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** The last part of its name. */
    public String network() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
