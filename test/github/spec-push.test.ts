import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const workflow = z.object({
  jobs: z.object({ propose: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
});
const file = new URL('../../.github/workflows/spec.yml', import.meta.url);

describe('what the pull request of a new description is pushed over', () => {
  const { steps } = workflow.parse(parse(readFileSync(file, 'utf8'))).jobs.propose;
  const scripts = steps.map(({ run = '' }) => run);
  const script = scripts.find((run) => run.includes('git push')) ?? '';
  const push = script.slice(script.indexOf('there='));
  const bot = /user\.email '([^']+)'/.exec(script)?.[1] ?? '';

  /** Pushes a commit over a branch whose last commit is of `email`, with a pull request or none; returns the branch's last subject. */
  function pushed({ email, open }: { email: string | undefined; open: string }): string {
    const folder = mkdtempSync(join(tmpdir(), 'push-'));
    const shell = (text: string): string =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', text], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, BRANCH: 'spec-update', GITHUB_REPOSITORY: 'a/b', OWN: '', OPEN: open },
      });
    const commit = (subject: string, by: string): string =>
      `git -c user.name=x -c user.email='${by}' commit --quiet --allow-empty -m ${subject}`;
    try {
      shell(
        `git init --quiet --bare there.git; git init --quiet here; cd here; git remote add origin ../there.git; ${commit('base', bot)}`,
      );
      if (email !== undefined)
        shell(
          `cd here; ${commit('before', email)}; git push --quiet origin HEAD:refs/heads/spec-update; git reset --quiet --hard HEAD~1`,
        );
      shell(`cd here; git switch --quiet --create spec-update; git config user.email '${bot}'; ${commit('new', bot)}`);
      try {
        shell(`gh() { printf %s "$OPEN"; }; cd here; ${push}`);
      } catch (error) {
        expect(String((error as { stdout: unknown }).stdout)).toContain(
          '::error::spec-update has commits of others on it',
        );
      }
      return shell('git --git-dir there.git log -1 --format=%s spec-update').trim();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test.each<[string, string | undefined, string, string]>([
    ['no branch', undefined, '', 'new'],
    ['its own of last week', bot, '7', 'new'],
    ['words that somebody added to the open one', 'ann@fernhill.example', '7', 'before'],
    ['a branch that was left behind', 'ann@fernhill.example', '', 'new'],
  ])('%s', (_, email, open, subject) => {
    expect(bot).not.toBe('');
    expect(pushed({ email, open })).toBe(subject);
  });

  test('a pull request of a fork, whose branch has the same name, is not taken for it', () => {
    const lists = scripts.join('\n').match(/gh pr list .*/g) ?? [];
    expect(lists).toHaveLength(3);
    for (const list of lists) expect(list).toContain('--json number,isCrossRepository --jq "$OWN"');
  });
});
