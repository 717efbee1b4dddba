import type { Random } from '../store/random.ts';
import { Fault } from './fault.ts';

/** What goes wrong on purpose. */
export interface TroubleOptions {
  /** The part of all requests that fail before anything is changed, such as 0.05. */
  readonly fail?: number;
  /** Milliseconds before each answer: one number, or the least and the most. */
  readonly latency?: number | readonly [number, number];
}

/** Failures as Intercom's users report them: an error list, a busy service, and a page of the proxy before it. */
const FAILURES: readonly (() => Fault | Response)[] = [
  () => new Fault(500, 'Server Error', { code: 'server_error' }),
  () => new Fault(503, 'Service is unavailable', { code: 'service_unavailable' }),
  () =>
    new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
      status: 502,
      headers: { 'content-type': 'text/html' },
    }),
];

/** The failure that this request meets, chosen by chance; undefined where it meets none. */
export function failureOf({ fail = 0 }: TroubleOptions, random: Random): Fault | Response | undefined {
  return fail > 0 && random.chance(fail) ? random.pick(FAILURES)() : undefined;
}

/** Waits as long as the options say. */
export async function delay({ latency = 0 }: TroubleOptions, random: Random): Promise<void> {
  const wait = typeof latency === 'number' ? latency : random.between(...latency);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
