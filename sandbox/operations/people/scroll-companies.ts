import type { Call } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Company, companies } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

const PAGE = 100;

/** Seconds that a scroll stays open unused. */
const IDLE = 60;

interface Scroll {
  readonly param: string;
  readonly remaining: string[];
  usedAt: number;
}

/** One for each workspace. Kept beside its tables, since to read companies changes no data. */
const open = new WeakMap<Workspace, Scroll & { readonly number: number }>();

/** The next companies of the one scroll that may be open; throws a Fault where another is, or where it expired. */
export function scrollCompanies(call: Call): { readonly companies: Company[]; readonly param: string | undefined } {
  const { workspace, query, now } = call;
  const scroll = query.scroll_param === undefined ? begin(call) : underWay(call);
  scroll.usedAt = now;
  const some = scroll.remaining.splice(0, PAGE).flatMap((id) => companies(workspace).get(id) ?? []);
  // Inferred: a scroll that was read to its end is no longer in the way of the next one.
  if (some.length > 0) return { companies: some, param: scroll.param };
  scroll.usedAt = Number.NEGATIVE_INFINITY;
  // Intercom's own SDK goes on for as long as an answer names one.
  return { companies: [], param: undefined };
}

function begin({ workspace, now }: Call): Scroll {
  const last = open.get(workspace);
  if (last !== undefined && isOpen(last, now))
    throw new Fault(400, 'scroll already exists for this workspace', { code: 'scroll_exists' });
  const number = (last?.number ?? 0) + 1;
  const param = Buffer.from(`companies-${workspace.seed}-${now}-${number}`).toString('base64url');
  const remaining = companies(workspace)
    .all()
    .map(({ id }) => id);
  const scroll = { param, remaining, usedAt: now, number };
  open.set(workspace, scroll);
  return scroll;
}

function underWay({ workspace, query, now }: Call): Scroll {
  const scroll = open.get(workspace);
  const isIts = scroll !== undefined && scroll.param === query.scroll_param && isOpen(scroll, now);
  return existing(isIts ? scroll : undefined, 'scroll parameter', 'not_found');
}

function isOpen({ usedAt }: Scroll, now: number): boolean {
  return now - usedAt <= IDLE;
}
