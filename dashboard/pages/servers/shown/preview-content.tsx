import type { McpServerPreview } from '../../../api/schema.d.ts';
import { Notice } from '../../../parts/notice.tsx';
import { ExposedList } from './exposed-list.tsx';

type Warning = McpServerPreview['warnings'][number];

const KINDS = {
  personal_data: 'info',
  destructive: 'bad',
  writes_unconfirmed: 'warn',
  many_tools: 'warn',
} satisfies Record<Warning['code'], 'info' | 'warn' | 'bad'>;

/** What a server shows: how much, what to think of, and each tool. */
export function PreviewContent({ preview: { tools, reachable, warnings, tokens } }: { preview: McpServerPreview }) {
  const all = reachable ?? tools;
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
        <div>
          <dt>Read</dt>
          <dd class="num">{all.filter(({ access }) => access === 'read').length.toLocaleString()}</dd>
        </div>
        <div>
          <dt>Write</dt>
          <dd class="num">{all.filter(({ access }) => access === 'write').length.toLocaleString()}</dd>
        </div>
      </dl>
      {warnings.map(({ code, message }) => (
        <Notice key={code} kind={KINDS[code]}>
          <p class="small">{message}</p>
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
