import { describe, expect, it } from 'vitest';
import { mayPrepare, sparesFor } from './page-runner.ts';

describe('getting ready in the background', () => {
  it('is for lines that are not metered', () => {
    expect(mayPrepare({})).toBe(true);
    expect(mayPrepare({ connection: { saveData: false, type: 'wifi' } })).toBe(true);
    expect(mayPrepare({ connection: { saveData: true } })).toBe(false);
    expect(mayPrepare({ connection: { type: 'cellular' } })).toBe(false);
  });
  it('keeps one interpreter on a small device, two elsewhere', () => {
    expect(sparesFor({ deviceMemory: 2 })).toBe(1);
    expect(sparesFor({ deviceMemory: 8 })).toBe(2);
    expect(sparesFor({})).toBe(2);
  });
});
