import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSecretSet, readSecret, readSecrets } from '../../../cli/gateway/read-secret.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-secret-'));
});
afterAll(() => rm(folder, { recursive: true }));

const warn = vi.spyOn(console, 'error');
beforeEach(() => void warn.mockReturnValue());
afterEach(() => warn.mockReset());

/** A file with a secret, of these rights whatever the process's mask is. */
async function fileOf(text: string | Uint8Array, mode = 0o600): Promise<string> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

function read(path: string): Promise<string | undefined> {
  return readSecret('KEY', { KEY_FILE: path });
}

describe('a secret', () => {
  test('is the value of its variable, and empty is not set', async () => {
    expect(await readSecret('KEY', { KEY: 'k1:abc ' })).toBe('k1:abc ');
    for (const environment of [{}, { KEY: '' }, { KEY: '', KEY_FILE: '' }]) {
      expect(await readSecret('KEY', environment)).toBeUndefined();
      expect(isSecretSet('KEY', environment)).toBe(false);
    }
    expect(isSecretSet('KEY', { KEY: 'a' })).toBe(true);
    expect(isSecretSet('KEY', { KEY_FILE: '/a' })).toBe(true);
  });

  test.each(['k1:abc', 'k1:abc\n', 'k1:abc\r\n', 'k1:abc\n\n', '\uFEFFk1:abc\n'])(
    'is what its file holds: %j',
    async (text) => {
      expect(await read(await fileOf(text))).toBe('k1:abc');
      expect(warn).not.toHaveBeenCalled();
    },
  );

  test('may stand behind a link, as orchestrators mount it', async () => {
    const link = join(folder, 'link');
    await symlink(await fileOf('k1:abc\n'), link);
    expect(await read(link)).toBe('k1:abc');
  });

  test('is read for several names at once, beside what else the environment has', async () => {
    const environment = { ID: 'app', SECRET_FILE: await fileOf('hidden\n'), OTHER: 'kept' };
    expect(await readSecrets(['ID', 'SECRET'], environment)).toMatchObject({
      ID: 'app',
      SECRET: 'hidden',
      OTHER: 'kept',
    });
  });

  test('is not taken from two places', async () => {
    const both = readSecret('KEY', { KEY: 'one', KEY_FILE: await fileOf('two') });
    await expect(both).rejects.toMatchObject({ code: 'invalid_config', message: 'KEY and KEY_FILE are both set.' });
  });
});

describe('a file is refused, and the message names it and never what it holds,', () => {
  test.each<[name: string, make: () => Promise<string>, problem: RegExp]>([
    ['where it is missing', async () => join(folder, 'missing'), /cannot be read \(ENOENT\)/],
    [
      'where it is a folder',
      () => mkdir(join(folder, 'sub', 'sub'), { recursive: true }).then(() => join(folder, 'sub')),
      /is no file/,
    ],
    ['where it is a device', async () => '/dev/zero', /is no file/],
    ['where it is empty', () => fileOf('\n'), /is empty/],
    ['where it has several lines', () => fileOf('s3cret\nother\n'), /has more than one line/],
    ['where it is no text', () => fileOf(Uint8Array.of(0xff, 0xfe, 0x73)), /is not text in UTF-8/],
    ['where it is large', () => fileOf('s3cret'.repeat(20_000)), /is too large/],
    ['where its group may change it', () => fileOf('s3cret', 0o620), /may be changed by others than its owner/],
    ['where all may change it', () => fileOf('s3cret', 0o602), /may be changed by others than its owner/],
  ])('%s', async (_name, make, problem) => {
    const path = await make();
    const error = await read(path).then(
      () => expect.fail('it was read'),
      (refusal: unknown) => refusal,
    );
    expect(error).toMatchObject({ code: 'invalid_config', message: expect.stringMatching(problem) });
    expect(String(error)).toContain(`The file ${path} of KEY_FILE`);
    expect(JSON.stringify(error)).not.toContain('s3cret');
    expect(String(error)).not.toContain('s3cret');
  });

  test('and where it is a pipe that nobody writes to, at once', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(read(pipe)).rejects.toThrow(/is no file/);
  });
});

test('a file that everybody may read is taken with a warning', async () => {
  const path = await fileOf('s3cret', 0o644);
  expect(await read(path)).toBe('s3cret');
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    `intercom-mcp: the file ${path} of KEY_FILE may be read by everybody on this machine: chmod 600 ${path}`,
  );
});
