import { describe, expect, it } from 'vitest';
import { element, toHtml } from './tree.ts';

describe('toHtml', () => {
  it('writes elements with attributes and text', () => {
    expect(toHtml(element('p', { class: 'a' }, 'one ', element('b', {}, 'two')))).toBe(
      '<p class="a">one <b>two</b></p>',
    );
  });

  it('makes text of what a stranger wrote, in text and in attributes', () => {
    const hostile = '"><script>alert(1)</script>&';
    expect(toHtml(element('p', { title: hostile }, hostile))).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</p>',
    );
  });

  it('leaves out children that are undefined', () => {
    expect(toHtml(element('p', {}, undefined, 'x'))).toBe('<p>x</p>');
  });
});
