import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/api-error.ts';
import { Icon } from './icon.tsx';

type NoticeKind = 'info' | 'good' | 'warn' | 'bad';

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } satisfies Record<
  NoticeKind,
  LucideIcon
>;

/** Something that a reader should know before going on. */
export function Notice({ kind = 'info', children }: { kind?: NoticeKind; children: ComponentChildren }) {
  return (
    <div class={`notice ${kind}`}>
      <Icon of={ICONS[kind]} />
      <div class="stack tight grow">{children}</div>
    </div>
  );
}

/** What went wrong, and what to do; nothing where nothing did. Screen readers say it when it appears. */
export function ErrorNotice({ error, children }: { error: unknown; children?: ComponentChildren }) {
  return (
    <div role="alert">
      {error != null && (
        <Notice kind="bad">
          <p class="strong">{error instanceof Error ? error.message : 'Something went wrong.'}</p>
          {error instanceof ApiError && error.help !== undefined && <p>{error.help}</p>}
          {children}
        </Notice>
      )}
    </div>
  );
}
