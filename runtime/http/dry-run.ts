import { withDigits } from '../tool/long-integer.ts';
import type { ToolRequest } from '../tool/tool.ts';
import type { Outgoing } from './send.ts';

/** The HTTP request that a call would have sent, without its credentials. */
export interface DryRun {
  readonly dry_run: true;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as a value: what goes on the wire is this as JSON, or as the form that Content-Type names. */
  readonly body?: unknown;
}

/** Tells of a request instead of sending it. */
export function describeRequest(
  url: URL,
  { method, headers }: Pick<Outgoing, 'method' | 'headers'>,
  { body }: Pick<ToolRequest, 'body'>,
): DryRun {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    dry_run: true,
    method,
    url: url.href,
    headers: Object.fromEntries(lower.sort(([one], [other]) => (one < other ? -1 : 1))),
    ...(body !== undefined && { body: withDigits(body) }),
  };
}
