/** An address as it may be shown: without a password, also where it cannot be read. */
export function shownAddress(address: string): string {
  if (!/^\w+:\/\//.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return 'of that address';
  url.password = '';
  url.search = '';
  return url.href;
}
