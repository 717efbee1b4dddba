import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { askSecret, readPipedSecret } from '../../../cli/process/ask-secret.ts';

function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const shown: string[] = [];
  const output = new PassThrough().on('data', (chunk) => shown.push(String(chunk)));
  return { input, output, shown };
}

test('what is typed is the secret, and nothing of it is shown', async () => {
  const { input, output, shown } = terminal();
  const asked = askSecret('Token: ', { input, output });
  input.write('secret\n');
  expect(await asked).toBe('secret');
  expect(shown.join('')).toBe('Token: \n');
});

test('Ctrl+C ends the question', async () => {
  const { input, output } = terminal();
  const asked = askSecret('Token: ', { input, output });
  input.write('sec\u0003');
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('without a terminal there is nobody to ask', async () => {
  await expect(askSecret('Token: ', { input: new PassThrough() })).rejects.toThrow('no terminal');
});

test.each([
  ['token\n', 'token'],
  ['\uFEFFtoken\r\n', 'token'],
])('%j is piped in as %j', async (text, want) => {
  expect(await readPipedSecret(Readable.from([text]))).toBe(want);
});

test.each(['', ' \n', 'one two', 'one\ntwo\n', 'x'.repeat(5000)])('%j is no token', async (text) => {
  await expect(readPipedSecret(Readable.from([text]))).rejects.toThrow('the token alone');
});
