import { isLoopback } from '../../../runtime/http/endpoint.ts';

/** True for http on this machine, where there is neither TLS nor a `Secure` cookie in every browser. */
export function isLocalHttp(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && isLoopback(hostname);
}
