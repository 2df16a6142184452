package earshot.domain.policy;

/** Every policy that was ever pushed: what is in force, and what a cycle was promised under. */
public interface Policies {
    Policy current();

    /** The policy of a version that some cycle or ruling names. */
    Policy version(int version);
}
