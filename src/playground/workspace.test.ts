import { expect, test } from 'vitest';
import { MOST_FILES } from './limits.ts';
import { change, filesProblem, type Workspace, type WorkspaceAction } from './workspace.ts';

const START: Workspace = {
  files: [
    { path: 'test_a.py', text: 'A' },
    { path: 'b.py', text: 'B' },
    { path: 'c.py', text: 'C' },
  ],
  open: 'b.py',
};

function after(...actions: readonly WorkspaceAction[]): Workspace {
  return actions.reduce((workspace, action) => {
    const result = change(workspace, action);
    if (result.kind === 'refused') throw new Error(result.words);
    return result.workspace;
  }, START);
}

function refusal(action: WorkspaceAction): string {
  const result = change(START, action);
  return result.kind === 'refused' ? result.words : `changed to ${JSON.stringify(result.workspace)}`;
}

const paths = ({ files }: Workspace): string[] => files.map(({ path }) => path);

test('a new file is empty, comes last and is open', () => {
  const workspace = after({ kind: 'add', name: ' tests/test_d.py ' });
  expect(workspace.files.at(-1)).toEqual({ path: 'tests/test_d.py', text: '' });
  expect(workspace.open).toBe('tests/test_d.py');
});

test('a renamed file keeps its place and its text, and stays open', () => {
  const workspace = after({ kind: 'rename', path: 'b.py', name: 'd.py' });
  expect(workspace.files[1]).toEqual({ path: 'd.py', text: 'B' });
  expect(workspace.open).toBe('d.py');
  expect(after({ kind: 'rename', path: 'c.py', name: 'C.py' }).open).toBe('b.py');
});

test('renaming to the same name changes nothing', () => {
  expect(after({ kind: 'rename', path: 'b.py', name: 'b.py' })).toEqual(START);
});

test('after a deleted file the next one is open, after the last one the one before', () => {
  expect(after({ kind: 'delete', path: 'b.py' }).open).toBe('c.py');
  expect(after({ kind: 'open', path: 'c.py' }, { kind: 'delete', path: 'c.py' }).open).toBe('b.py');
  const empty = after(...['test_a.py', 'b.py', 'c.py'].map((path) => ({ kind: 'delete', path }) as const));
  expect(empty).toEqual({ files: [], open: undefined });
});

test('deleting another file leaves the open one open', () => {
  expect(after({ kind: 'delete', path: 'c.py' }).open).toBe('b.py');
});

test('a deleted file comes back where it was', () => {
  const workspace = after(
    { kind: 'delete', path: 'b.py' },
    { kind: 'restore', file: { path: 'b.py', text: 'B' }, index: 1 },
  );
  expect(workspace).toEqual(START);
});

test('a deleted file does not come back over one of its name', () => {
  const words = refusal({ kind: 'restore', file: { path: 'b.py', text: 'old' }, index: 1 });
  expect(words).toContain('There is a file b.py already');
});

test('an edit changes one text and nothing else', () => {
  const workspace = after({ kind: 'edit', path: 'c.py', text: 'new' });
  expect(workspace.files.map(({ text }) => text)).toEqual(['A', 'B', 'new']);
  expect(workspace.open).toBe('b.py');
});

test('what is not there changes nothing', () => {
  expect(after({ kind: 'open', path: 'x' })).toEqual(START);
  expect(after({ kind: 'delete', path: 'x' })).toEqual(START);
  expect(after({ kind: 'rename', path: 'x', name: 'y' })).toEqual(START);
  expect(after({ kind: 'edit', path: 'x', text: 'y' })).toEqual(START);
});

test('bad names are refused on adding and renaming', () => {
  expect(refusal({ kind: 'add', name: 'b.py' })).toContain('already');
  expect(refusal({ kind: 'add', name: '../b.py' })).toContain('leads out');
  expect(refusal({ kind: 'rename', path: 'b.py', name: 'TEST_A.py' })).toContain('capitals');
});

test('there is a most of files', () => {
  const files = Array.from({ length: MOST_FILES }, (_, index) => ({ path: `${index}.py`, text: '' }));
  const result = change({ files, open: undefined }, { kind: 'add', name: 'more.py' });
  expect(result).toEqual({
    kind: 'refused',
    words: 'There are 50 files already, which are the most. Delete one first.',
  });
  expect(paths(after())).toHaveLength(3);
});

test('files from elsewhere are held to the same names', () => {
  expect(filesProblem(START.files)).toBeUndefined();
  expect(filesProblem([...START.files, { path: 'B.PY', text: '' }])).toContain('capitals');
  expect(filesProblem([{ path: '../x', text: '' }])).toContain('leads out');
});
