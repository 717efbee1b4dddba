type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that name the proxy of `https:` addresses, by which Node goes only where it is told to. */
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy'] as const;

/** The variable that makes Node go by a proxy of the environment (24 and newer). */
export const USE_PROXY_VARIABLE = 'NODE_USE_ENV_PROXY';

/** What the environment's proxy has to do with an address that is not reached; empty where it names none. */
export function proxyHint(environment: Environment): string {
  const name = PROXY_VARIABLES.find((variable) => environment[variable]);
  if (name === undefined) return '';
  return environment[USE_PROXY_VARIABLE] === '1'
    ? ` Requests go through the proxy of ${name}, unless NO_PROXY names the host.`
    : ` ${name} is set, but Node goes by it only with ${USE_PROXY_VARIABLE}=1, from version 24 on.`;
}

/** The environment of this process, where there is such a thing. */
export function processEnvironment(): Environment {
  return 'process' in globalThis ? globalThis.process.env : {};
}
