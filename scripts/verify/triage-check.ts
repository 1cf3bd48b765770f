/** Each wrong variant's own output must be recognised: its code among the candidates, first where distinctive. */
import type { Pattern } from '../../src/patterns/pattern.ts';
import type { RecordedHost } from '../../src/patterns/recorded.ts';
import type { PatternSignatures } from '../../src/patterns/signatures.ts';
import type { FailureFacts } from '../../src/triage/failure-facts.ts';
import { triage } from '../../src/triage/triage.ts';

/** Sentences about what is not recognised in what this host's runs said. Green variants print nothing. */
export function triageProblems(
  pattern: Pattern,
  host: RecordedHost,
  all: readonly PatternSignatures[],
): readonly string[] {
  if (!pattern.triage) return [];
  const wrong = pattern.variants.filter((variant) => variant.kind === 'wrong');
  return wrong.flatMap((variant) => {
    const failures = host.variants[variant.name]?.tests.flatMap((test) => test.failures) ?? [];
    if (failures.length === 0) return [];
    const rankings = failures.map(({ exceptionType, message, frames, text }) => {
      const facts: FailureFacts = { exceptionType, message, text, files: frames.map(({ file }) => file) };
      return triage(facts, all).map((finding) => finding.code);
    });
    const where = `${pattern.code} ${variant.name}`;
    if (!rankings.some((codes) => codes.includes(pattern.code))) {
      return [
        `${where}: triage does not recognise its failure; it names ${rankings.flat().join(', ') || 'nothing'}`,
      ];
    }
    if (pattern.triage?.distinctive && !rankings.some((codes) => codes[0] === pattern.code)) {
      return [
        `${where}: is distinctive, but triage names ${rankings.map((codes) => codes[0]).join(', ')} first`,
      ];
    }
    return [];
  });
}
