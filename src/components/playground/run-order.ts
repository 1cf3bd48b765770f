/** What a run of a playground's files is given, or why there is none. */
import { runFiles } from '../../patterns/pattern.ts';
import { argumentsFor, splitArguments } from '../../playground/arguments.ts';
import { sizeProblem } from '../../playground/limits.ts';
import type { Project } from '../../playground/project.ts';
import { byPath } from '../../playground/source-file.ts';
import type { MakeOrder } from '../example/test-run.ts';

export type PlaygroundOrder =
  { readonly kind: 'order'; readonly make: MakeOrder } | { readonly kind: 'refused'; readonly words: string };

/** @param target node id of what is to run; undefined for all that the arguments leave in */
export function orderOf(project: Project, target: string | undefined): PlaygroundOrder {
  const words = sizeProblem(project.files);
  if (words !== undefined) return { kind: 'refused', words };
  const split = splitArguments(project.arguments);
  if (split.kind === 'refused') return split;
  const own = byPath(project.files);
  return {
    kind: 'order',
    make: (backend) => {
      const files = project.withBackend ? runFiles(backend, own) : own;
      return { files, arguments: argumentsFor(split.arguments, target, Object.keys(files)) };
    },
  };
}
