import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { npxOnPath } from '../examples/support/npx-on-path.ts';
import { isolated, judge, run } from './judges.ts';
import { runTold } from './transcript.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const claude = judge('@anthropic-ai/claude-code/bin/claude.exe') ?? '';
const starts = claude !== '' && (await run(claude, ['--version'])).code === 0;
if (claude !== '' && !starts) console.warn(`SKIPPED: ${claude} does not start on this platform`);

test.skipIf(!starts)(
  'Claude Code takes the marketplace and the plugin, asks for its settings, and connects',
  async () => {
    await using npx = await npxOnPath();
    await using workspace = await listenSandbox(createSandbox());
    const { cwd, env } = await isolated();
    const at = { cwd, env: { ...env, PATH: npx.PATH, INTERCOM_BASE_URL: workspace.url } };
    const told = (...args: string[]) => runTold(`claude ${args.join(' ')}`, claude, args, { at });

    for (const path of [root, `${root}/examples/claude-code-plugin`])
      expect(await told('plugin', 'validate', '--strict', path)).toMatchObject({ code: 0 });

    const install = ['plugin', 'install', 'intercom', '--marketplace', root];
    expect(await told(...install, '--config', 'access_token=sandbox')).toMatchObject({ code: 0 });
    expect((await told('plugin', 'details', 'intercom')).stdout).toMatch(
      /Skills \(1\) +triage[\s\S]*MCP servers \(1\) +intercom/,
    );
    expect((await told('mcp', 'list')).stdout).toMatch(/^plugin:intercom:intercom: npx .* - ✔ Connected$/m);
  },
);
