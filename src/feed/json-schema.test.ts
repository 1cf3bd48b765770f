import Ajv from 'ajv';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seedFeed } from '../roadmap/seed.ts';
import { feedJsonSchema, toJsonSchema } from './json-schema.ts';
import { parseFeed, parseText } from './model.ts';
import { mutations } from './testing/mutations.ts';
import { sampleFeed } from './testing/sample.ts';

const check = new Ajv({ allErrors: false }).compile(feedJsonSchema());

it('takes sound feeds', () => {
  expect(check(sampleFeed())).toBe(true);
  expect(check(seedFeed({ home: 'https://a.example/', feed: 'https://a.example/feed.json' }))).toBe(true);
});

describe('on a corpus of broken feeds', () => {
  const all = mutations();
  it('has at least 200 of them, each under its own name', () => {
    expect(all.length).toBeGreaterThan(600);
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(600);
  });
  it('parseFeed refuses every one', () => {
    const accepted = all.filter(({ text }) => parseText(text, parseFeed).kind === 'ok');
    expect(accepted.map(({ name }) => name)).toEqual([]);
  });
  it('the JSON Schema refuses every one whose shape is wrong', () => {
    const accepted = all.filter(({ by, text }) => {
      if (by === 'figures') return false;
      try {
        return check(JSON.parse(text)) === true;
      } catch {
        return false; // no JSON at all
      }
    });
    expect(accepted.map(({ name }) => name)).toEqual(['another major']);
  });
});

it('says so when it meets a kind of schema that it does not know', () => {
  expect(() => toJsonSchema(v.date())).toThrow("no JSON Schema for valibot's date");
});
