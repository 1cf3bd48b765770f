import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { dark, light, type Palette } from './palette.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const names = Object.keys(light) as (keyof Palette)[];

/** `redBg` is `--rg-red-bg` in the style sheet. */
function variable(name: string): string {
  return `--rg-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

describe('the style sheet says the same as the palette', () => {
  test.each(names)('%s', (name) => {
    expect(css).toContain(`${variable(name)}: light-dark(${light[name]}, ${dark[name]});`);
  });

  test('and has no colour besides', () => {
    expect(css.match(/^ {2}--rg-[a-z-]+: light-dark\(/gm)).toHaveLength(names.length);
  });
});

test('the icon in the browser’s tab is drawn in the same red and green', () => {
  const icon = readFileSync(new URL('../../public/favicon.svg', import.meta.url), 'utf8');
  expect(icon.match(/fill="#\w{6}"/g)).toEqual([`fill="${light.red}"`, `fill="${light.green}"`]);
});

/** Grounds that text of each colour is set on. WCAG 2.2, 1.4.3: 4.5 to 1 for text of any size. */
const text: Record<string, (keyof Palette)[]> = {
  ink: ['paper', 'sheet', 'shade', 'redBg', 'greenBg', 'amberBg'],
  inkSoft: ['paper', 'sheet', 'shade', 'redBg', 'greenBg', 'amberBg'],
  red: ['paper', 'sheet', 'shade', 'redBg'],
  green: ['paper', 'sheet', 'shade', 'greenBg'],
  amber: ['paper', 'sheet', 'shade', 'amberBg'],
  // Filled badges and buttons.
  paper: ['ink', 'red', 'green', 'amber'],
  // Code stands on a sheet, and in a difference on a red or a green line.
  codeString: ['sheet', 'shade', 'redBg', 'greenBg'],
  codeConstant: ['sheet', 'shade', 'redBg', 'greenBg'],
  codeComment: ['sheet', 'shade', 'redBg', 'greenBg'],
};

/** WCAG 2.2, 1.4.11: 3 to 1 for what shows where a control is, and for the edges that mark a verdict. */
const shapes: Record<string, (keyof Palette)[]> = {
  ruleStrong: ['paper', 'sheet'],
  red: ['paper', 'sheet', 'redBg'],
  green: ['paper', 'sheet', 'greenBg'],
};

function pairs(table: Record<string, (keyof Palette)[]>): [string, string][] {
  return Object.entries(table).flatMap(([front, grounds]) =>
    grounds.map((ground): [string, string] => [front, ground]),
  );
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_theme, palette: Palette) => {
  const colour = (name: string): string => palette[name as keyof Palette];

  test.each(pairs(text))('text in %s on %s', (front, ground) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(shapes))('shapes in %s on %s', (front, ground) => {
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test('red and green differ in hue for readers who see little of either: red has less blue', () => {
    // Under red-green blindness the blue channel is what is left to tell them apart.
    const blue = (hex: string): number => Number.parseInt(hex.slice(5), 16);
    expect(blue(palette.green) - blue(palette.red)).toBeGreaterThanOrEqual(32);
  });
});

describe('contrast', () => {
  // The two ends, and a grey that the WCAG working group's own examples use as the limit on white.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])('%s on %s', (front, ground, expected) => {
    expect(contrast(front, ground)).toBeCloseTo(expected, 2);
  });

  test('refuses what is no colour of six digits', () => {
    expect(() => contrast('#fff', '#000000')).toThrow('#fff');
  });
});
