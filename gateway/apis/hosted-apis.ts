import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { didYouMean } from '../../runtime/value/nearest.ts';
import { Problem } from '../problem/problem.ts';
import type { Account } from '../store/contract/accounts.ts';
import { absentApi } from './absent-api.ts';

/** The APIs of a gateway. */
export interface HostedApis {
  /** As the operator gave them; the first is that of a request which names none. */
  readonly all: readonly HostedApi[];
  /** The one that a caller names, the first where none is named; throws a {@link Problem}, whose field is `api` unless said otherwise. */
  readonly named: (id: string | undefined, field?: string) => HostedApi;
  /** That of an account: one without tools where this gateway was started without it. */
  readonly of: (account: Pick<Account, 'api'>) => HostedApi;
}

/** Ids that stand for something else in addresses. */
const TAKEN: ReadonlySet<string> = new Set(['mcp']);

/** The APIs of a gateway by their ids; throws {@link ConfigError} for none, for two of one id, and for an id that is none. */
export function hostedApis(all: readonly HostedApi[]): HostedApis {
  const byId = new Map<string, HostedApi>();
  for (const api of all) {
    checkId(api, byId.has(api.id));
    byId.set(api.id, api);
  }
  const [first] = all;
  if (first === undefined) throw new ConfigError('The gateway has no API.', 'Give it at least one.');
  const absent = new Map<string, HostedApi>();
  return {
    all,
    named: (id, field = 'api') => {
      const found = id === undefined ? first : byId.get(id);
      if (found !== undefined) return found;
      const ids = [...byId.keys()];
      throw new Problem(
        { status: 400, code: 'unknown_api', field },
        `This gateway has no API ${JSON.stringify(id?.slice(0, 64))}.${didYouMean(id ?? '', ids)}`,
        `Use one of ${ids.join(', ')}, or have its operator start it with that API.`,
      );
    },
    of: ({ api: id }) => {
      const known = byId.get(id) ?? absent.get(id) ?? absentApi(id);
      if (!byId.has(id)) absent.set(id, known);
      return known;
    },
  };
}

function checkId({ id, name }: HostedApi, isTwice: boolean): void {
  if (isTwice)
    throw new ConfigError(
      `Two APIs are called ${id}.`,
      'Generate one of them with another --name: accounts, tools and addresses are told apart by it.',
    );
  if (/^[a-z][a-z0-9_-]{0,39}$/.test(id) && !TAKEN.has(id)) return;
  throw new ConfigError(
    `${JSON.stringify(id)} cannot be the id of the API ${name} in a gateway.`,
    'Generate it with a --name of lower-case letters and digits, at most 40 of them, other than mcp.',
  );
}
