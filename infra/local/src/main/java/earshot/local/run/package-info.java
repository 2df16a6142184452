/**
 * Runs what template.yaml declares: embedded DynamoDB and SQS, an HTTP front door, and the event
 * sources that Lambda has. It knows nothing of networks, cases or stories.
 */
@NullMarked
package earshot.local.run;

import org.jspecify.annotations.NullMarked;
