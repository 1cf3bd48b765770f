import { expect, test } from 'vitest';
import type { Project } from '../../playground/project.ts';
import { arrive, bannerWords, type ArrivalFacts } from './arrival.ts';

const OWN: Project = {
  id: 'own',
  title: 'My files',
  origin: { kind: 'own' },
  files: [{ path: 'test_mine.py', text: 'mine' }],
  arguments: '',
  withBackend: false,
  revision: 4,
};
const CONTENT = { files: [{ path: 'test_theirs.py', text: 'theirs' }], arguments: '-x', withBackend: true };
const FACTS: ArrivalFacts = {
  reading: { kind: 'files', content: CONTENT, fingerprint: 'f1' },
  own: OWN,
  kept: [OWN],
  example: undefined,
  fresh: (title) => ({ id: 'new', title }),
};

test('an ordinary address shows the reader’s own files', () => {
  expect(arrive({ ...FACTS, reading: { kind: 'none' } })).toEqual({ project: OWN, banner: { kind: 'none' } });
});

test('a refused link shows the reader’s own files, and says why', () => {
  const { project, banner } = arrive({ ...FACTS, reading: { kind: 'refused', words: 'Damaged.' } });
  expect(project).toBe(OWN);
  expect(bannerWords(banner)).toEqual({ words: 'Damaged.', actions: ['back'] });
});

test('a link’s files are another set, not kept yet, and said to be a stranger’s', () => {
  const { project, banner } = arrive(FACTS);
  expect(project).toMatchObject({ ...CONTENT, id: 'new', revision: 0, origin: { kind: 'link' } });
  expect(bannerWords(banner).words).toMatch(/not yours.*do not run by themselves/);
});

test('an example opened from this tab is named', () => {
  const { project, banner } = arrive({ ...FACTS, example: 'CEL001, wrong' });
  expect(project.title).toBe('CEL001, wrong');
  expect(bannerWords(banner).words).toContain('CEL001, wrong');
});

test('a link that was followed before shows what the reader made of it', () => {
  const before: Project = {
    ...OWN,
    id: 'b',
    title: 'From a link',
    origin: { kind: 'link', fingerprint: 'f1' },
  };
  const { project, banner } = arrive({ ...FACTS, kept: [OWN, before] });
  expect(project).toBe(before);
  expect(bannerWords(banner).actions).toEqual(['show-link', 'back']);
});

test('another link’s files are not taken for them', () => {
  const before: Project = { ...OWN, id: 'b', origin: { kind: 'link', fingerprint: 'f2' } };
  expect(arrive({ ...FACTS, kept: [OWN, before] }).project.id).toBe('new');
});
