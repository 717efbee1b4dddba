import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { checkWebhook, WEBHOOK_SECRET_VARIABLE, type WebhookTarget } from '../../gateway/audit/audit-webhook.ts';
import type { AuditMode } from '../../gateway/context/gateway-context.ts';
import { type ListeningGateway, openStore, serveGateway } from '../../gateway/index.ts';
import { ADMIN_KEY_VARIABLE, checkAdminKey } from '../../gateway/secrets/admin-keys.ts';
import { REGION_HOSTS } from '../../intercom/connection.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { APP_VARIABLES, intercomLogin, intercomLoginFromEnvironment } from '../../intercom/login.ts';
import { ownNames } from '../../runtime/mcp/node.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { gatewayKeys } from './gateway-keys.ts';
import { hostedApis } from './hosted-apis.ts';
import { readPublicUrl } from './public-url.ts';
import { readSecret, readSecrets } from './read-secret.ts';

/** How a gateway is to run. */
export interface GatewaySettings {
  readonly port: number;
  readonly host?: string | undefined;
  readonly store: string;
  readonly publicUrl?: string | undefined;
  readonly allowHost?: readonly string[] | undefined;
  /** Pages of other origins that may use MCP servers. */
  readonly allowOrigin?: readonly string[] | undefined;
  readonly trustedProxy?: readonly string[] | undefined;
  /** Whether a write goes out whose line the audit log cannot take. */
  readonly audit?: AuditMode | undefined;
  /** Where the audit log is sent to. */
  readonly auditWebhook?: string | undefined;
  readonly auditDays?: number | undefined;
  readonly accountLimit?: number | undefined;
  readonly addressLimit?: number | undefined;
  readonly connections?: number | undefined;
  /** Seconds that PostgreSQL may take for a statement. */
  readonly storeTimeout?: number | undefined;
  readonly newAdminKey?: boolean | undefined;
  /** A folder with the files of another dashboard, or `false` for none. */
  readonly dashboard?: string | false | undefined;
  readonly log: string;
  /** Base URLs of regions beside Intercom's own. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** Folders and packages of APIs beside Intercom. */
  readonly apis?: readonly string[] | undefined;
  /** False for a gateway of those alone. */
  readonly intercom?: boolean | undefined;
  /** Address of a sample workspace, which then plays Intercom's part in logins where no app is set. */
  readonly sample?: string;
}

/** Opens the store and serves a gateway over it; closing it closes both. */
export async function openGateway(settings: GatewaySettings): Promise<ListeningGateway> {
  const {
    port,
    host = '127.0.0.1',
    auditDays,
    accountLimit,
    addressLimit,
    connections,
    storeTimeout,
    dashboard,
    sample,
  } = settings;
  const logger = pino({ level: settings.log, base: null }, pino.destination(2));
  const publicUrl = settings.publicUrl === undefined ? undefined : readPublicUrl(settings.publicUrl);
  const adminKey = await readSecret(ADMIN_KEY_VARIABLE);
  const renewAdminKey = settings.newAdminKey === true;
  checkDashboard(dashboard);
  // Before a store is made or changed for a start that will be refused.
  checkAdminKey({ own: adminKey, renew: renewAdminKey });
  const login = intercomLoginFromEnvironment(await readSecrets(Object.values(APP_VARIABLES), process.env));
  const intercom = hostIntercom({
    addresses: { ...REGION_HOSTS, ...settings.addresses },
    login: login ?? (sample === undefined ? undefined : sampleLogin(sample)),
  });
  const others = await hostedApis(settings.apis ?? [], process.env);
  const auditWebhook = await readWebhook(settings.auditWebhook);
  const keys = await gatewayKeys(settings.store);
  const store = await openStore(settings.store, {
    ...(connections !== undefined && { connections }),
    ...(storeTimeout !== undefined && { statementTimeout: 1000 * storeTimeout }),
  });
  try {
    const listening = await serveGateway({
      ...{ store, keys, adminKey, renewAdminKey, logger, port, host, publicUrl: publicUrl?.href },
      auditWebhook,
      ...(settings.audit !== undefined && { auditMode: settings.audit }),
      ...(auditDays !== undefined && { auditDays }),
      ...(accountLimit !== undefined && { accountLimit }),
      ...(addressLimit !== undefined && { addressLimit }),
      ...(dashboard !== undefined && { dashboard }),
      allowedOrigins: settings.allowOrigin ?? [],
      trustedProxies: settings.trustedProxy ?? [],
      apis: [...(settings.intercom === false ? [] : [intercom]), ...others],
      allowedHosts: [...ownNames(host), ...(publicUrl ? [publicUrl.hostname] : []), ...(settings.allowHost ?? [])],
    });
    const close = async (grace?: number): Promise<void> => {
      await listening.close(grace);
      await store.close();
    };
    return { ...listening, close, [Symbol.asyncDispose]: () => close(0) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function readWebhook(url: string | undefined): Promise<WebhookTarget | undefined> {
  if (url === undefined) return undefined;
  const target = { url, secret: (await readSecret(WEBHOOK_SECRET_VARIABLE)) ?? '' };
  checkWebhook(target);
  return target;
}

/** Throws {@link ConfigError} for a folder without the page that a dashboard begins with. */
function checkDashboard(folder: string | false | undefined): void {
  if (!folder || existsSync(join(folder, 'index.html'))) return;
  throw new ConfigError(
    `The folder ${JSON.stringify(folder)} of --dashboard has no index.html.`,
    'Name the folder of built files, or leave --dashboard out for the one of the package.',
  );
}

function sampleLogin(url: string) {
  return intercomLogin({
    clientId: 'sandbox',
    clientSecret: 'sandbox',
    authorizeUrl: `${url}/oauth`,
    tokenUrl: `${url}/auth/eagle/token`,
  });
}
