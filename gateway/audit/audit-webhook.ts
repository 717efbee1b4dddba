import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Webhook } from 'standardwebhooks';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { AuditEntry } from '../store/contract/audit.ts';
import type { Store } from '../store/contract/store.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';

/** Where the audit log is sent to. */
export interface WebhookTarget {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64, which the receiver checks the signatures with. */
  readonly secret: string;
}

/** Sends the audit log on while a gateway runs. */
export interface AuditDelivery {
  /** Sends what there is now; runs by itself. False where it could not. */
  readonly deliver: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** What the log is sent with. */
export interface DeliveryOptions {
  readonly store: Pick<Store, 'audit' | 'settings'>;
  readonly target: WebhookTarget;
  readonly viewOf: (entry: AuditEntry) => unknown;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly logger: Logger;
  readonly onFailure: () => void;
  /** Milliseconds from one look to the next; 1000 unless said otherwise. */
  readonly interval?: number;
}

/** Environment variable that holds the secret of the webhook. */
export const WEBHOOK_SECRET_VARIABLE = 'GATEWAY_AUDIT_WEBHOOK_SECRET';

/** Entries of one request. */
const BATCH = 500;

/** Milliseconds that the receiver has to answer. */
const PATIENCE = 10_000;

/** Milliseconds after which another process takes over from one that does not say any more that it sends. */
const LEASE = 30_000;

/** Milliseconds that are waited after failures in a row, at most. */
const LONGEST_WAIT = 60_000;

/** Settings: how far the log was sent, and which process sends it until when. */
const SENT = 'audit_webhook_sent';
const SENDER = 'audit_webhook_sender';

/** Throws {@link ConfigError} for an address that is neither https nor on this machine, and a secret that is none. */
export function checkWebhook({ url: text, secret }: WebhookTarget): void {
  const url = URL.parse(text);
  const isLocal = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)))
    throw new ConfigError(
      `The audit log cannot be sent to ${JSON.stringify(text)}.`,
      'Give an https address, or an http address of this machine.',
    );
  if (!/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(secret))
    throw new ConfigError(
      `${WEBHOOK_SECRET_VARIABLE} is no secret of a webhook.`,
      'Set it to whsec_ and 24 to 64 random bytes in base64, and give it to the receiver.',
    );
}

/**
 * Sends every entry of the audit log to a webhook, in the order of the chain and at least once, signed after Standard
 * Webhooks; of several processes one sends. What the receiver does not take with a 2xx is sent again; `webhook-id` names the
 * places of the first and the last entry.
 */
export function createAuditDelivery(options: DeliveryOptions): AuditDelivery {
  const { store, target, viewOf, now, logger, onFailure, interval = 1000 } = options;
  checkWebhook(target);
  const webhook = new Webhook(target.secret);
  const self = randomUUID();
  let failures = 0;
  let isClosed = false;

  async function isSender(): Promise<boolean> {
    const time = now();
    const mine = `${self} ${time + LEASE}`;
    const { value } = await store.settings.setOnce(SENDER, mine);
    const [sender, until] = value.split(' ');
    if (sender !== self && Number(until) > time) return false;
    return value === mine || store.settings.replace(SENDER, { from: value, to: mine });
  }

  async function post(entries: readonly AuditEntry[], last: number): Promise<void> {
    const at = new Date(now());
    const type = 'audit.entries';
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data: { entries: entries.map(viewOf) } });
    const id = `audit_${entries[0]?.seq}_${last}`;
    const response = await options.fetch(target.url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        ...{ 'content-type': 'application/json', 'webhook-id': id },
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, at, body),
      },
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the receiver of the audit log answered with ${response.status}`);
  }

  /** Sends the next part; answers whether more may be there. */
  async function deliverPart(): Promise<boolean> {
    if (!(await isSender())) return false;
    const sent = await store.settings.get(SENT);
    const { first } = await store.audit.ends();
    const entries = await store.audit.chained(Math.max(Number(sent ?? 0), first.seq), BATCH);
    const last = entries.at(-1)?.seq;
    if (last == null) return false;
    await post(entries, last);
    if (sent === undefined) await store.settings.setOnce(SENT, String(last));
    else await store.settings.replace(SENT, { from: sent, to: String(last) });
    return entries.length === BATCH;
  }

  async function deliver(): Promise<boolean> {
    try {
      while (!isClosed && (await deliverPart())) failures = 0;
      failures = 0;
      return true;
    } catch (error) {
      failures += 1;
      onFailure();
      // Who listens to the store has logged that it is away.
      if (!(error instanceof StoreUnavailable))
        logger.warn({ err: error, failures }, 'the audit log could not be sent');
      return false;
    }
  }

  let timer: NodeJS.Timeout;
  let going = Promise.resolve();
  const wait = (): void => {
    if (isClosed) return;
    timer = setTimeout(
      () => {
        going = deliver().then(wait);
      },
      Math.min(LONGEST_WAIT, interval * 2 ** failures),
    );
    timer.unref();
  };
  wait();

  return {
    deliver,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await going;
    },
  };
}
