/** Only what RFC 3986 allows in a URI, and no `#`: URL parsers forgive other characters, each in its own way. */
const ABSOLUTE = /^https?:\/\/[\w.~[%-][\w.~:/?[\]@!$&'()*+,;=%-]*$/i;

/** As the URL parser writes them, whichever way they were spelled. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The address to send a person back to; undefined unless it is absolute, without a fragment or a user, and https or loopback. */
export function redirectTarget(text: string): URL | undefined {
  const url = ABSOLUTE.test(text) ? URL.parse(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  return url.protocol === 'https:' || LOOPBACK.includes(url.hostname) ? url : undefined;
}
