import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configFolder } from '../../../cli/profiles/config-folder.ts';
import { openKeychain } from '../../../cli/profiles/keychain.ts';
import { changeProfiles, readProfiles } from '../../../cli/profiles/profile-file.ts';
import { byRoute, type Recorder, record, TOKEN } from '../../support/recorder.ts';
import { run } from '../support/run-line.ts';

const OTHER_TOKEN = 'dG9rOmFub3RoZXJfOTg3NjU0MzIxMA';

function me(id: string, name: string) {
  return { type: 'admin', id: '7', name: 'Maya', email: 'maya@x.example', app: { id_code: id, name, region: 'EU' } };
}

let folder: string;
let acme: Recorder;
let other: Recorder;
const path = () => join(folder, 'profiles.json');
const at = (recorder: Recorder) => ({ INTERCOM_MCP_CONFIG_DIR: folder, INTERCOM_BASE_URL: recorder.url });
const settled = () => ({ INTERCOM_MCP_CONFIG_DIR: folder });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profiles-'));
  acme = await record(byRoute({ 'GET /me': me('acme', 'Acme') }));
  other = await record(byRoute({ 'GET /me': me('other', 'Other') }));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await acme[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

async function twoProfiles() {
  await run(['login', '--profile', 'acme', '--with-token'], at(acme), `${TOKEN}\n`);
  await run(['login', '--profile', 'other', '--with-token'], at(other), OTHER_TOKEN);
}

describe('login', () => {
  test('keeps the token where its owner alone reads it, and says whose it is without showing it', async () => {
    const { stdout, stderr, code } = await run(['login', '--with-token'], at(acme), `${TOKEN}\n`);
    expect(code).toBe(0);
    expect(stdout).toContain('Logged in to Acme (acme) as Maya, maya@x.example (7).');
    expect(stdout + stderr).not.toContain(TOKEN);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['profiles.json']);
    expect(acme.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`]);
    expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual({
      default: 'default',
      profiles: { default: { token: TOKEN, base_url: acme.url, workspace: { id: 'acme', name: 'Acme' } } },
    });
  });

  test('a token that is refused, and whatever else is no token, is not kept', async () => {
    await using nobody = await record(() => ({ status: 401, body: { errors: [{ code: 'unauthorized' }] } }));
    expect(await run(['login', '--with-token'], at(nobody), TOKEN)).toMatchObject({ code: 3, stdout: '' });
    expect(await run(['login', '--with-token'], at(acme), 'two words')).toMatchObject({ code: 2 });
    expect(await run(['login', '--with-token'], at(acme), '')).toMatchObject({ code: 2 });
    expect(await run(['login', '--with-token', '--profile', '../x'], at(acme), TOKEN)).toMatchObject({ code: 2 });
    expect(await run(['login', '--with-token', '--profile', '__proto__'], at(acme), TOKEN)).toMatchObject({ code: 2 });
    expect(await run(['login', '--with-token', '--client-id', 'x'], at(acme), TOKEN)).toMatchObject({ code: 2 });
    const asked = await run(['login'], at(acme), TOKEN);
    expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining('--with-token') });
    expect(await readdir(folder)).toEqual([]);
  });

  test('a profile is never given to another workspace by mistake', async () => {
    await run(['login', '--with-token'], at(acme), TOKEN);
    const taken = await run(['login', '--with-token'], at(other), OTHER_TOKEN);
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining('is of another workspace, Acme') });
    expect(await readFile(path(), 'utf8')).not.toContain(OTHER_TOKEN);
    expect(await run(['login', '--with-token'], at(acme), OTHER_TOKEN)).toMatchObject({ code: 0 });
  });

  test('logins at once lose nothing', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `p${index}`);
    await Promise.all(
      names.map((name) =>
        changeProfiles(path(), ({ profiles, ...more }) => ({
          ...more,
          profiles: { ...profiles, [name]: { token: name } },
        })),
      ),
    );
    expect(Object.keys((await readProfiles(path())).profiles).sort()).toEqual(names);
    expect(await readdir(folder)).toEqual(['profiles.json']);
  });

  test('into a folder that cannot be one', async () => {
    await writeFile(join(folder, 'file'), '');
    const env = { ...at(acme), INTERCOM_MCP_CONFIG_DIR: join(folder, 'file', 'below') };
    const { code, stderr } = await run(['login', '--with-token'], env, TOKEN);
    expect(code).toBe(2);
    expect(stderr).toContain('ENOTDIR');
    expect(stderr).not.toContain(TOKEN);
  });
});

describe('which workspace', () => {
  const used = async (words: readonly string[], env: Record<string, string>) => {
    const { stdout } = await run(['whoami', '--json', ...words], { ...settled(), ...env });
    const { workspace, profile, source } = JSON.parse(stdout);
    return `${workspace.id} ${profile} ${source.split(' ')[0]}`;
  };

  test('the flag, then the token of the environment, then the profile it names, then the default one', async () => {
    await twoProfiles();
    const environment = { INTERCOM_ACCESS_TOKEN: OTHER_TOKEN, INTERCOM_BASE_URL: other.url };
    expect(await used([], {})).toBe('acme acme profile');
    expect(await used([], { INTERCOM_PROFILE: 'other' })).toBe('other other profile');
    expect(await used([], { ...environment, INTERCOM_PROFILE: 'acme' })).toBe('other null INTERCOM_ACCESS_TOKEN');
    expect(await used(['--profile', 'acme'], environment)).toBe('acme acme profile');
    expect(acme.requests.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
  });

  test('call and doctor use the same, and doctor says which', async () => {
    await twoProfiles();
    const called = await run(['call', 'getMe', '--json', '.app.id_code', '--profile', 'other'], settled());
    expect(called).toMatchObject({ code: 0, stdout: 'other\n' });
    const checked = await run(['doctor', '--profile', 'other', '--json', '.checks.message'], settled());
    expect(checked.stdout).toContain(`that of profile other (${path()})`);
    expect(checked.stdout + called.stderr).not.toContain(OTHER_TOKEN);
  });

  test('a region that would have no effect is refused, as is a profile that there is not', async () => {
    await twoProfiles();
    expect(await run(['whoami', '--region', 'eu'], settled())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--region would do nothing'),
    });
    expect(await run(['whoami', '--profile', 'acm'], settled())).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Did you mean "acme"?'),
    });
    expect(await run(['whoami', '--sandbox', '--profile', 'acme'], settled())).toMatchObject({ code: 2 });
    expect(await run(['whoami'], { ...settled(), INTERCOM_PROFILE: 'constructor' })).toMatchObject({ code: 3 });
  });
});

describe('profiles and logout', () => {
  test('are listed without tokens, chosen and removed', async () => {
    await twoProfiles();
    const { stdout } = await run(['profiles', 'list', '--json'], settled());
    expect(stdout).not.toContain(TOKEN);
    expect(JSON.parse(stdout)).toMatchObject([
      { profile: 'acme', default: true, workspace: 'Acme' },
      { profile: 'other', default: false, address: other.url },
    ]);
    expect((await run(['profiles', 'use', 'other'], settled())).code).toBe(0);
    expect((await run(['profiles'], settled())).stdout).toMatch(/^other \* +Other/m);
    expect((await run(['profiles', 'use', 'none'], settled())).code).toBe(3);
    expect(JSON.parse((await run(['logout', '--json'], settled())).stdout)).toEqual({
      profile: 'other',
      default: 'acme',
    });
    expect(await readFile(path(), 'utf8')).not.toContain(OTHER_TOKEN);
    await run(['logout'], settled());
    expect(await run(['logout'], settled())).toMatchObject({ code: 3 });
    expect(await run(['whoami'], settled())).toMatchObject({ code: 3 });
  });
});

describe('the file', () => {
  test('that others can read is used with a warning, and closed at the next change', async () => {
    await twoProfiles();
    await chmod(path(), 0o644);
    const { stderr, code } = await run(['whoami'], settled());
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(`chmod 600 ${path()}`) });
    await run(['profiles', 'use', 'other'], settled());
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  test.each(['{', '[]', '{"profiles":{"a b":{}}}', `{"profiles":{"a":{"token":["${TOKEN}"]}}}`])(
    'that is broken is refused, not replaced, and not quoted: %s',
    async (text) => {
      await writeFile(path(), text, { mode: 0o600 });
      for (const words of [['whoami'], ['login', '--with-token']]) {
        const { code, stderr } = await run(words, words[0] === 'login' ? at(acme) : settled(), TOKEN);
        expect(code).toBe(2);
        expect(stderr).toContain('is no file of profiles');
        expect(stderr).not.toContain(TOKEN);
      }
      expect(await readFile(path(), 'utf8')).toBe(text);
    },
  );

  test('keeps what a newer version put into it', async () => {
    await writeFile(path(), '{"newer":1,"profiles":{"a":{"token":"t","more":2}}}', { mode: 0o600 });
    await run(['profiles', 'use', 'a'], settled());
    expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual({
      newer: 1,
      default: 'a',
      profiles: { a: { token: 't', more: 2 } },
    });
  });

  test('a lock that a crash left over is no obstacle', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path()}.lock`, '');
    const { utimes } = await import('node:fs/promises');
    await utimes(`${path()}.lock`, 0, 0);
    await changeProfiles(path(), (before) => before);
    expect(await readdir(folder)).toEqual(['profiles.json']);
  });
});

test.each([
  ['linux', {}, '/home/me/.config/intercom-mcp'],
  ['linux', { XDG_CONFIG_HOME: '/etc/me' }, '/etc/me/intercom-mcp'],
  ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/me/.config/intercom-mcp'],
  ['darwin', { XDG_CONFIG_HOME: '/etc/me' }, '/home/me/Library/Application Support/intercom-mcp'],
  ['win32', { APPDATA: 'C:\\Roaming' }, 'C:\\Roaming\\intercom-mcp'],
  ['win32', { INTERCOM_MCP_CONFIG_DIR: 'D:\\x' }, 'D:\\x'],
] as const)('on %s with %j profiles are in %s', (platform, environment, want) => {
  expect(configFolder({ platform, environment, home: '/home/me' })).toBe(want);
});

test('a keychain reads, writes and removes by the name of the profile, and says how it fails', async () => {
  const kept = new Map<string, string>();
  class AsyncEntry {
    readonly #key: string;
    constructor(service: string, name: string) {
      this.#key = `${service}/${name}`;
    }
    async getPassword() {
      return kept.get(this.#key) ?? null;
    }
    async setPassword(password: string) {
      if (password === 'locked') throw new Error('it is locked');
      kept.set(this.#key, password);
    }
    async deletePassword() {
      return kept.delete(this.#key);
    }
  }
  const keychain = await openKeychain(async () => ({ AsyncEntry }));
  await keychain.write('acme', 'secret');
  expect([...kept]).toEqual([['intercom-mcp/acme', 'secret']]);
  expect(await keychain.read('acme')).toBe('secret');
  await keychain.remove('acme');
  expect(await keychain.read('acme')).toBeNull();
  await expect(keychain.write('acme', 'locked')).rejects.toThrow('it is locked');
  const missing = await run(['login', '--with-token', '--keychain'], at(acme), TOKEN);
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('@napi-rs/keyring') });
  expect(await readdir(folder)).toEqual([]);
});
