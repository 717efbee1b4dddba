import { USE_PROXY_VARIABLE } from '../../runtime/http/proxy-hint.ts';

/** Hosts of this machine, which no proxy reaches: a sample workspace, for one. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/** Takes the proxies of an environment for all requests of this process; throws for addresses that are no proxy's. */
export type TakeProxies = (proxies: Readonly<Record<string, string>>) => void;

/**
 * Sends requests through the proxies that an environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY), as other programs do
 * and Node does only when it is told to; before 24.14 it cannot be told while it runs. Answers what a person should be
 * warned of.
 */
export function useProxy(environment: NodeJS.ProcessEnv, ownTake?: TakeProxies): string | undefined {
  const of = (name: string): string => environment[name.toLowerCase()] || environment[name] || '';
  const named = ['HTTPS_PROXY', 'HTTP_PROXY'].filter((name) => of(name) !== '');
  if (named.length === 0 || environment[USE_PROXY_VARIABLE] !== undefined) return undefined;
  const take = ownTake ?? takeProxies();
  if (take === undefined) return undefined;
  const direct = [of('NO_PROXY'), ...THIS_MACHINE].filter(Boolean).join(',');
  try {
    take({ ...Object.fromEntries(named.map((name) => [name, of(name)])), NO_PROXY: direct });
  } catch {
    // Its value may hold a password.
    return `${named.join(' or ')} is not used: write it like http://proxy.example.com:3128`;
  }
  // For what tells of failures, and for processes that this one starts.
  environment[USE_PROXY_VARIABLE] = '1';
  return undefined;
}

/** Of a module that is not imported: its import brings all of `fetch`, fifteen megabytes that most commands never use. */
function takeProxies(): TakeProxies | undefined {
  const http = process.getBuiltinModule('node:http');
  return 'setGlobalProxyFromEnv' in http ? (proxies) => void http.setGlobalProxyFromEnv(proxies) : undefined;
}
