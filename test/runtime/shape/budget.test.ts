import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../runtime/value/value.ts';
import { payloads, shaped } from './support/payloads.ts';
import { type Question, questions } from './support/questions.ts';

function tokensOf(value: unknown): number {
  return countTokens(JSON.stringify(value));
}

/** The values at a dotted place; `*` is every item. */
function at(value: unknown, place: string): unknown[] {
  const [name = '', ...rest] = place.split('.');
  const below =
    name === '*'
      ? Object.values(value ?? {})
      : isRecord(value) || Array.isArray(value)
        ? Object.entries(value).flatMap(([key, part]) => (key === name ? [part] : []))
        : [];
  return rest.length === 0 ? below : below.flatMap((part) => at(part, rest.join('.')));
}

/** The visible words of HTML or Markdown, without what either adds. */
function words(text: unknown): string {
  return String(text)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/[*[\]\-#]/g, ' ')
    .replaceAll(/\s+([.,])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function present(values: unknown[]): unknown[] {
  return values.filter((value) => value !== null && value !== undefined);
}

const answers: Record<Question['reading'], (raw: unknown[], seen: unknown[]) => void> = {
  same: ([raw], seen) => expect(seen).toContainEqual(clean(raw)),
  time: ([raw], [seen]) => expect(Date.parse(String(seen)) / 1000).toBe(raw),
  text: (raw, seen) => expect(seen.map(words).sort()).toEqual(raw.map(words).sort()),
  beginning: ([raw], [seen]) => {
    const [shown = ''] = String(seen).split('…[+');
    expect(words(shown).length).toBeGreaterThan(150);
    expect(words(raw)).toContain(words(shown).slice(0, -2));
  },
  each: (raw, seen) => expect(new Set(seen)).toEqual(new Set(raw)),
};
function clean(value: unknown): unknown {
  return typeof value === 'string' ? words(value) : value;
}

describe('nothing is lost that answers a question', () => {
  test('the list is long enough', () => {
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(questions.map(({ payload }) => payload)).size).toBeGreaterThanOrEqual(10);
  });

  test.each(questions.map((question) => [`${question.payload}: ${question.question}`, question] as const))(
    '%s',
    async (_name, { payload, raw, shaped: place, reading }) => {
      const { raw: given, shaped: seen } = await shaped(payload);
      const answer = present(at(given, raw));
      expect(answer.length, `${raw} is in the payload`).toBeGreaterThan(0);
      answers[reading](
        answer,
        at(seen, place).map((value) => (reading === 'same' ? clean(value) : value)),
      );
    },
  );
});

describe('what it costs', () => {
  test('the set takes at most 0.35 of the tokens of the raw answers', async () => {
    const rows = await Promise.all(
      payloads.map(async ({ name, raw }) => {
        const before = tokensOf(raw);
        const after = (await shaped(name)).windows.reduce((sum: number, window) => sum + tokensOf(window), 0);
        return { name, before, after, ratio: Number((after / before).toFixed(3)) };
      }),
    );
    if (process.env.SHAPE_TABLE) console.table(rows);
    const sum = (key: 'before' | 'after') => rows.reduce((total, row) => total + row[key], 0);
    expect(sum('after') / sum('before')).toBeLessThanOrEqual(0.35);
    // The translations of articles alone must not carry it.
    const ordinary = rows.filter(({ name }) => !name.startsWith('article'));
    const share =
      ordinary.reduce((total, { after }) => total + after, 0) /
      ordinary.reduce((total, { before }) => total + before, 0);
    if (process.env.SHAPE_TABLE) console.log({ share });
    expect(share).toBeLessThanOrEqual(0.35);
  });

  test.each(payloads.map(({ name }) => name))('%s stays under 40,000 characters', async (name) => {
    for (const window of (await shaped(name)).windows)
      expect(JSON.stringify(window).length).toBeLessThanOrEqual(40_000);
  });
});
