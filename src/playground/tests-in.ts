/**
 * Which tests a file seems to hold, for the list that a reader chooses from. It reads lines, not Python: pytest
 * alone decides what a test is, so what this misses can still be run with its whole file.
 */

/** A file whose tests pytest collects by itself. */
export function isTestFile(path: string): boolean {
  return /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path);
}

/** Node ids below a file, as `test_x` and `TestOrders::test_y`, in their order. */
export function testsIn(text: string): readonly string[] {
  const found = new Set<string>();
  let group: { readonly name: string; readonly indent: number } | undefined;
  for (const line of withoutLongStrings(text).split('\n')) {
    const [, space = '', keyword = '', name = ''] =
      /^([ \t]*)(class|(?:async[ \t]+)?def)[ \t]+(\w+)/u.exec(line) ?? [];
    if (group && space.length <= group.indent && line.trim() !== '' && !line.trimStart().startsWith('#')) {
      group = undefined;
    }
    if (keyword === 'class') {
      if (space === '' && /^Test|Tests?$/.test(name)) group = { name, indent: 0 };
    } else if (keyword !== '' && name.startsWith('test')) {
      if (space === '') found.add(name);
      else if (group && isDirectlyIn(space)) found.add(`${group.name}::${name}`);
    }
  }
  return [...found];
}

/** One step in, as people indent; deeper ones are functions within a test. */
function isDirectlyIn(space: string): boolean {
  return space === '\t' || (!space.includes('\t') && space.length <= 4);
}

/** Text in triple quotes may hold lines that look like tests. */
function withoutLongStrings(text: string): string {
  return text.replace(/("""|''')[\s\S]*?(\1|$(?![\s\S]))/g, '');
}
