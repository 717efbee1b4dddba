import { ConfigError } from '../../runtime/value/errors.ts';

/** Reads the address under which browsers and clients reach a gateway; throws {@link ConfigError}. */
export function readPublicUrl(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '')
    return url;
  throw new ConfigError(
    `The public URL ${JSON.stringify(text)} cannot be used.`,
    'Give scheme and host, such as https://mcp.example.com, and a path where a proxy adds one.',
  );
}
