package earshot.settings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What a function makes of its settings, made again when its secrets have changed: so a secret that
 * is replaced arrives without a deployment. Where the environment names no secret, it is made once.
 */
public final class Renewed<T> implements Supplier<T> {
    /** A new value is in force everywhere after so long, at a price of pennies a month. */
    static final Duration LASTS = Duration.ofMinutes(5);

    /** Not at every call: each would wait for whoever does not answer. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, String> environment;
    private final @Nullable SecretStore store;
    private final Function<Settings, ? extends T> make;
    private final Consumer<String> log;
    private final Clock clock;
    private @Nullable Made<T> made;
    private Instant next = Instant.MIN;

    private record Made<T>(T value, Map<String, String> variables) {}

    private Renewed(
            Map<String, String> environment,
            @Nullable SecretStore store,
            Function<Settings, ? extends T> make,
            Consumer<String> log,
            Clock clock) {
        this.environment = Map.copyOf(environment);
        this.store = store;
        this.make = make;
        this.log = log;
        this.clock = clock;
        if (store == null) {
            this.made = make(Map.of());
        }
    }

    /**
     * For a function that has its credentials in its environment.
     *
     * @param make reads settings; their faults are looked at here
     * @param log is told why the values at hand are kept, in words that hold no secret
     * @throws SettingsException when the secrets are variables of the environment, and faulty
     */
    public static <T> Renewed<T> of(
            Map<String, String> environment,
            Clock clock,
            Consumer<String> log,
            Function<Settings, ? extends T> make) {
        var store = SecretStore.of(environment, SignedCall::identity, clock);
        return new Renewed<>(environment, store, make, log, clock);
    }

    /**
     * The same for a function that starts from a snapshot.
     *
     * @param identity is asked where the environment has no credentials: they come after it
     */
    public static <T> Renewed<T> of(
            Map<String, String> environment,
            Supplier<? extends AwsCredentialsIdentity> identity,
            Clock clock,
            Consumer<String> log,
            Function<Settings, ? extends T> make) {
        var store =
                SecretStore.of(
                        environment,
                        settings ->
                                settings.optional("AWS_ACCESS_KEY_ID") == null
                                        ? identity
                                        : SignedCall.identity(settings),
                        clock);
        return new Renewed<>(environment, store, make, log, clock);
    }

    /**
     * What the settings of now make. With a secret it is first made by the first call, since a
     * snapshot must hold none.
     *
     * @throws SettingsException when it could never be made, naming every fault
     */
    @Override
    public synchronized T get() {
        var present = made;
        if (present == null) {
            return first();
        }
        if (store != null && !clock.instant().isBefore(next)) {
            renew(store, present);
        }
        return made == null ? present.value() : made.value();
    }

    private T first() {
        try {
            var variables = store == null ? Map.<String, String>of() : store.variables();
            var first = make(variables);
            made = first;
            next = clock.instant().plus(LASTS);
            return first.value();
        } catch (IOException e) {
            throw new SettingsException(
                    List.of(
                            "The secret %s cannot be read: %s. The function's role allows"
                                            .formatted(environment.get(SecretStore.VARIABLE), e)
                                    + " secretsmanager:GetSecretValue on it, and the stack makes"
                                    + " it: deploy again if it is gone."));
        }
    }

    /** Whatever goes wrong here, the values at hand have served until now. */
    private void renew(SecretStore store, Made<T> present) {
        next = clock.instant().plus(PAUSE);
        try {
            var variables = store.variables();
            if (!variables.equals(present.variables())) {
                made = make(variables);
            }
            next = clock.instant().plus(LASTS);
        } catch (IOException | SettingsException e) {
            log.accept("The secrets at hand are kept. " + e.getMessage());
        }
    }

    /** A variable of the environment itself goes before: that is how others are tried out. */
    private Made<T> make(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.putAll(environment);
        var settings = new Settings(all);
        var value = make.apply(settings);
        settings.orThrow();
        return new Made<>(value, variables);
    }
}
