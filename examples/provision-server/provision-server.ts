/** Where a gateway is, and who asks it. */
export interface GatewayAccess {
  readonly url: string;
  readonly adminKey: string;
}

/** A server that was handed out. */
export interface ProvisionedServer {
  readonly id: string;
  /** All that a client needs; whoever has it may read the knowledge base until it expires. */
  readonly url: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Ends it before its time. */
  readonly revoke: () => Promise<void>;
}

/** Hands out an MCP server that reads the knowledge base of an account, and nothing else, until a time. */
export async function provisionServer(
  gateway: GatewayAccess,
  { accountId, name, until }: { readonly accountId: string; readonly name: string; readonly until: Date },
): Promise<ProvisionedServer> {
  const servers = `/integrated-account/${accountId}/mcp`;
  const { id, url, expires_at } = await ask<{ id: string; url: string; expires_at: string }>(gateway, 'POST', servers, {
    name,
    config: { methods: ['read'], tags: ['knowledge_base'] },
    expires_at: until.toISOString(),
  });
  return { id, url, expiresAt: expires_at, revoke: () => ask(gateway, 'DELETE', `${servers}/${id}`) };
}

/** One request of the gateway's API; what it refuses is thrown with its words. */
export async function ask<Answer>(
  { url, adminKey }: GatewayAccess,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { Authorization: `Bearer ${adminKey}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  // As the gateway's own description, /openapi.json, says of the path.
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
