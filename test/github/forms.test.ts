import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
function read(path: string): unknown {
  const document = parseDocument(readFileSync(`${root}${path}`, 'utf8'), { strict: true });
  expect(document.errors).toEqual([]);
  return document.toJS();
}

const text = z.string().min(1);
const field = z.strictObject({
  type: z.enum(['textarea', 'input', 'dropdown', 'checkboxes']),
  id: z.string().regex(/^[\w-]+$/),
  attributes: z.strictObject({
    label: text,
    description: text.optional(),
    placeholder: text.optional(),
    render: text.optional(),
  }),
  validations: z.strictObject({ required: z.boolean() }).optional(),
});
const words = z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) });
const form = z.strictObject({
  name: text,
  description: text,
  labels: z.array(text),
  body: z.array(z.union([field, words])).min(1),
});
const forms = readdirSync(`${root}.github/ISSUE_TEMPLATE`).filter((name) => name !== 'config.yml');

test.each(forms)('%s is a form that GitHub takes', (name) => {
  const { body } = form.parse(read(`.github/ISSUE_TEMPLATE/${name}`));
  const ids = body.flatMap((part) => ('id' in part ? [part.id] : []));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
});

test('dependencies are updated wherever packages are locked', () => {
  const { updates } = z
    .object({ updates: z.array(z.object({ 'package-ecosystem': text, directories: z.array(text).optional() })) })
    .parse(read('.github/dependabot.yml'));
  const npm = updates.find((update) => update['package-ecosystem'] === 'npm')?.directories ?? [];
  expect(npm).toEqual(['/', '/test/*', '/scripts/release', '/site']);
  for (const folder of npm.filter((path) => !path.includes('*')))
    expect(existsSync(`${root}${folder.slice(1)}/package-lock.json`)).toBe(true);
});
