/**
 * The address of a server as a description writes it: without white space, query and slash at its end, whole where the
 * description's own address is known, and with https where only the scheme is missing. Undefined where HTTP cannot reach it.
 */
export function serverAddress(url: string, location?: string): string | undefined {
  const plain = url.trim().replace(/[?#].*$/s, '');
  if (/^(?:https?|\{[^{}]+\}):\/\//i.test(plain) || /^\{[^{}]+\}(?:\/|$)/.test(plain)) return withoutSlash(plain);
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(plain) && !isHost(plain)) return undefined;
  if (plain.startsWith('//')) return withoutSlash(`https:${plain}`);
  if (isHost(plain)) return withoutSlash(`${/^(?:localhost|127\.)/.test(plain) ? 'http' : 'https'}://${plain}`);
  const known = location === undefined ? null : URL.parse(location);
  if (known === null || !/^https?:$/.test(known.protocol))
    return plain.startsWith('/') ? withoutSlash(plain) || '/' : `/${plain.replace(/^\.\//, '')}`;
  const path = plain.startsWith('/') ? plain : new URL(plain, known).pathname;
  return withoutSlash(known.origin + path.replaceAll('%7B', '{').replaceAll('%7D', '}'));
}

/** Whether an address begins with a host, as it must not: `api.example.com/v1`, `localhost:8080`. */
function isHost(address: string): boolean {
  return (
    /^(?:localhost|127(?:\.\d+){3}|[\w{}-]+(?:\.[\w{}-]+)*\.(?:[a-z]{2,}|\{\w+\}))(?::\d+)?(?:\/|$)/i.test(address) &&
    !/\.(?:json|ya?ml)$/.test(address)
  );
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** Whether an address is reached over http on another machine, so that anybody on the way can read what is sent. */
export function isOpenHttp(address: string): boolean {
  const host = /^http:\/\/([^/]*)/i.exec(address)?.[1];
  return host !== undefined && !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host);
}
