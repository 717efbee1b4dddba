import { BY_COMMAND } from '../../gateway/audit/audit-entry.ts';
import { isOver } from '../../gateway/secrets/is-over.ts';
import { createSignInLink } from '../../gateway/sessions/sign-in-link.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { openGatewayStore } from './open-store.ts';
import { readPublicUrl } from './public-url.ts';

/** Makes a link over the store at an address; answers it with how it works. Throws {@link ConfigError} for a key that is not there. */
export async function makeSignInLink(
  address: string,
  { key, publicUrl }: { key: string | undefined; publicUrl: string },
): Promise<string> {
  const url = readPublicUrl(publicUrl);
  await using opened = await openGatewayStore(address);
  const { store, audit, secrets, now } = opened;
  const found = key === undefined ? undefined : await store.adminKeys.findByName(key);
  if (key !== undefined && (found === undefined || isOver(found, now())))
    throw new ConfigError(
      `There is no admin key ${JSON.stringify(key)}.`,
      'intercom-mcp gateway keys list shows them; without --key the first one is taken.',
    );
  const place = { store, audit, now, digest: secrets.digest, publicUrl: url.href.replace(/\/+$/, '') };
  const link = await createSignInLink(place, BY_COMMAND, found);
  return `${link}\nworks once, for ten minutes, at the gateway over this store that has the address`;
}
