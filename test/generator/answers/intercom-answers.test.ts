import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { answerRules } from '../../../intercom/answer-rules.ts';
import { intercom } from '../../../intercom/catalog.ts';
import { complaints, declared } from '../../support/compile-types.ts';

describe('Intercom', () => {
  test('leaves out of types what the rules of answers call noise', async () => {
    const { always, prefixes, inLists } = answerRules.noise;
    const { types, answers } = await intercom.answerTypes();
    const members = [...Object.values(types), ...Object.values(answers)].flatMap(
      (own) => own.match(/\w+(?=\??: )/g) ?? [],
    );
    const noise = members.filter(
      (key) => always.has(key) || inLists.has(key) || prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect([...new Set(noise)]).toEqual([]);
  });

  test('every tool answers something that the compiler takes, of at most 250 tokens a type', async () => {
    const types = await intercom.answerTypes();
    expect(Object.keys(types.answers)).toEqual(intercom.catalog.map(({ name }) => name));
    expect(complaints(declared(types))).toEqual([]);
    const long = Object.entries(types.types).filter(([, own]) => countTokens(own) > 250);
    expect(long.map(([name]) => name)).toEqual([]);
    // Nothing is said of what is found by a phone number.
    const unknown = Object.entries(types.answers).filter(([, own]) => own === 'unknown' || own === 'Page<unknown>');
    expect(unknown.map(([name]) => name)).toEqual(['get_single_intercom_fin_voice_by_phone_number']);
  });

  test('no type is there that nobody uses', async () => {
    const { types, answers } = await intercom.answerTypes();
    const used = new Set([...Object.values(types), ...Object.values(answers)].join(' ').match(/\b[A-Z]\w*/g));
    expect(Object.keys(types).filter((name) => !used.has(name.replace('<T>', '')))).toEqual([]);
  });
});
