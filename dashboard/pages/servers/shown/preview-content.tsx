import type { McpServerPreview } from '../../../api/schema.d.ts';
import { Notice } from '../../../parts/notice.tsx';
import { ExposedList } from './exposed-list.tsx';

type Warning = McpServerPreview['warnings'][number];

/** How warnings look, and what they say here, where a reader chooses by a form and not by keys of a configuration. */
const WARNINGS = {
  personal_data: { kind: 'info', say: (tools) => `${tools} may answer customers’ personal data.` },
  destructive: { kind: 'bad', say: (tools) => `${tools} may delete something, or do what cannot be undone.` },
  writes_unconfirmed: {
    kind: 'warn',
    say: (tools) => `${tools} may change the account, and the gateway asks nobody before.`,
  },
  many_tools: {
    kind: 'warn',
    say: (tools) =>
      `${tools} are more than some clients take: VS Code and OpenAI’s API stop at 128. Choose tags, or offer them by discovery or by programs.`,
  },
} satisfies Record<Warning['code'], { kind: 'info' | 'warn' | 'bad'; say: (tools: string) => string }>;

/** What a server shows: how much, what to think of, and each tool. */
export function PreviewContent({ preview: { tools, reachable, warnings, tokens } }: { preview: McpServerPreview }) {
  return (
    <>
      <dl class="facts figures">
        <div>
          <dt>{reachable === undefined ? 'Tools' : 'Listed tools'}</dt>
          <dd class="num">{tools.length.toLocaleString()}</dd>
        </div>
        {reachable !== undefined && (
          <div>
            <dt>Tools behind them</dt>
            <dd class="num">{reachable.length.toLocaleString()}</dd>
          </div>
        )}
        <div>
          <dt>Tokens of the list</dt>
          <dd class="num">{tokens.toLocaleString()}</dd>
        </div>
      </dl>
      <p class="small hush num">{sayAccess(reachable ?? tools)}</p>
      {warnings.map(({ code, tools: count = 0 }) => (
        <Notice key={code} kind={WARNINGS[code].kind}>
          <p class="small">{WARNINGS[code].say(count === 1 ? '1 tool' : `${count.toLocaleString()} tools`)}</p>
        </Notice>
      ))}
      <ExposedList tools={tools} label="Tools that clients list" />
      {reachable !== undefined && (
        <details class="more">
          <summary>
            Tools behind them <span class="count">{reachable.length.toLocaleString()}</span>
          </summary>
          <ExposedList tools={reachable} label="Tools that can be found and called" />
        </details>
      )}
    </>
  );
}

/** How many of them read and write: `113 read, 118 write, 39 of them destructive`. */
function sayAccess(tools: McpServerPreview['tools']): string {
  const writers = tools.filter(({ access }) => access === 'write');
  const destroyers = writers.filter(({ destructive }) => destructive);
  const parts = [
    `${(tools.length - writers.length).toLocaleString()} read`,
    writers.length === 0 ? 'none writes' : `${writers.length.toLocaleString()} write`,
    ...(destroyers.length === 0 ? [] : [`${destroyers.length.toLocaleString()} of them destructive`]),
  ];
  return parts.join(', ');
}
