/** Sentences of `exercise.yaml` as text and code: what stands in backticks is code. */
import { element, type TreeNode } from '../example/tree.ts';

/** A backtick without its partner stays what it is. */
export function inlineCode(sentence: string): readonly TreeNode[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? element('code', {}, part.slice(1, -1)) : part));
}
