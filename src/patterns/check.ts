/** Rules that hold between the fields and files of a pattern; the schema alone cannot see them. */
import { applyMutant, runFiles, type Files, type Pattern, type Variant } from './pattern.ts';
import type { OutcomeClaim } from './schema.ts';

/** The first broken rule as "file: field: what to do", or undefined. */
export function checkPattern(
  pattern: Pattern,
  folders: readonly string[],
  backend: Files,
): string | undefined {
  return (
    checkFolders(pattern, folders) ??
    firstOf(pattern.variants, (variant) => checkVariant(pattern, variant)) ??
    checkMutants(pattern, backend) ??
    firstOf(pattern.app, (path) =>
      path in backend ? undefined : `pattern.yaml: app: the sample backend has no file ${path}`,
    )
  );
}

function checkFolders(pattern: Pattern, folders: readonly string[]): string | undefined {
  const unclaimed = folders.find((name) => !pattern.variants.some((variant) => variant.name === name));
  if (unclaimed)
    return `pattern.yaml: variants: the folder ${unclaimed}/ has no claim; add \`${unclaimed}:\` or delete it`;
  const empty = pattern.variants.find(
    (variant) => !Object.keys(variant.files).some((path) => path.endsWith('.py')),
  );
  if (empty)
    return `pattern.yaml: variants.${empty.name}: there is no folder ${empty.name}/ with a Python file in it`;
  return undefined;
}

function checkVariant(pattern: Pattern, variant: Variant): string | undefined {
  const at = `pattern.yaml: variants.${variant.name}`;
  const claims: readonly OutcomeClaim[] = [variant, ...variant.differs];
  for (const claim of claims) {
    if (variant.kind === 'right' && claim.expect !== 'passes')
      return `${at}.expect: a right variant \`passes\``;
    if (claim.expect === 'fails' && !claim.failures && !claim.breaksDown)
      return `${at}.failures: say which test fails, and how`;
    if (claim.failures && claim.breaksDown)
      return `${at}.breaksDown: no test runs then, so nothing can stand under \`failures\``;
    if (claim.expect !== 'fails' && (claim.failures ?? claim.breaksDown))
      return `${at}.${claim.failures ? 'failures' : 'breaksDown'}: only goes with \`expect: fails\``;
    if (claim.expect === 'green-and-useless' && !claim.survives) {
      return `${at}.survives: name the mutant that this green test does not notice`;
    }
    const unknown = claim.survives?.find((name) => !pattern.mutants.some((mutant) => mutant.name === name));
    if (unknown) return `${at}.survives: there is no mutant ${unknown}`;
  }
  if (variant.kind === 'wrong' && variant.expect === 'passes') {
    return `${at}.expect: a wrong variant \`fails\` or is \`green-and-useless\``;
  }
  return undefined;
}

function checkMutants(pattern: Pattern, backend: Files): string | undefined {
  const rights = pattern.variants.filter((variant) => variant.kind === 'right');
  for (const mutant of pattern.mutants) {
    const at = `pattern.yaml: mutants.${mutant.name}`;
    const stranger = mutant.killedBy.find((name) => !rights.some((variant) => variant.name === name));
    if (stranger) return `${at}.killedBy: there is no right variant ${stranger}`;
    for (const variant of pattern.variants) {
      try {
        applyMutant(runFiles(backend, variant.files), mutant);
      } catch (problem) {
        return `pattern.yaml: mutants: ${problem instanceof Error ? problem.message : String(problem)}`;
      }
    }
  }
  const idle = rights.find(
    (variant) => !pattern.mutants.some((mutant) => mutant.killedBy.includes(variant.name)),
  );
  if (idle)
    return `pattern.yaml: mutants: no mutant is killed by ${idle.name}; a right test must catch a bug`;
  return undefined;
}

function firstOf<Item>(
  items: readonly Item[],
  check: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const problem = check(item);
    if (problem) return problem;
  }
  return undefined;
}
