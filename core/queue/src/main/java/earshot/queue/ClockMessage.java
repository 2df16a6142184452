package earshot.queue;

import earshot.domain.cases.CaseId;

/**
 * Wakes the reminder for a case's next step.
 *
 * @param stepKey the step that the case showed when this was sent: if it now shows another, the
 *     message is void
 */
public record ClockMessage(CaseId caseId, String stepKey) {}
