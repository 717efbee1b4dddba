/** True for http on this machine, where there is neither TLS nor a `Secure` cookie in every browser. */
export function isLocalHttp(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'http:' && isLoopback;
}
