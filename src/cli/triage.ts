import type { Triage } from '../feed/publish/context.ts';
import signatures from '../generated/signatures.json' with { type: 'json' };
import { factsFromReport } from '../triage/failure-facts.ts';
import { triage as triageFailure } from '../triage/triage.ts';

/** The pattern that a failure is surely of; a mere possibility is not enough to count it under a pattern. */
export const triage: Triage = ({ message, details }) => {
  const [first] = triageFailure(factsFromReport(message, details), signatures);
  return first?.confidence === 'match' ? { code: first.code } : null;
};
