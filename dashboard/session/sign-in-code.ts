const NAME = 'sign-in';

/** The one-time code of a sign-in link, which is taken out of the address and of the browser's history. */
export function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get(NAME);
  if (code === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
