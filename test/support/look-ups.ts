import { names } from '../../intercom/names.ts';
import type { Recorded } from './recorder.ts';

/** Where names are read, and `serve` reads whose workspace it is. */
const paths = [...Object.values(names.kinds).map(({ path }) => path), '/tickets/{}', '/me'].map(pathPattern);

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]*\}/g, '[^/]+')}$`);
}

/**
 * The requests of one call of a tool without those that look names up: its own, and whatever else should not be there.
 * A list that is looked up and is also what was called for counts twice where both asked for the same page.
 */
export function withoutLookUps<Request extends Pick<Recorded, 'method' | 'pathname' | 'search'>>(
  requests: readonly Request[],
  { method, path }: { readonly method: string; readonly path: string },
): Request[] {
  const pattern = pathPattern(path);
  const own = requests.find((request) => request.method === method && pattern.test(request.pathname));
  return requests.filter((request) => {
    const isSame = request.pathname === own?.pathname && request.search === own.search;
    const isLookUp = request.method === 'GET' && paths.some((path) => path.test(request.pathname));
    return request === own || isSame || !isLookUp;
  });
}
