import type { Client } from '../../runtime/index.ts';
import { ConfigError, type ToolkitError } from '../../runtime/value/errors.ts';

/** Where a person finds the settings of a bundle. */
export const PLACE = 'Claude Desktop has the settings under Settings, Extensions, Configure.';

/** A client where a setting is wrong: every call fails by that, says where the settings are, and sends nothing. */
export function refusingClient(cause: ToolkitError): Client {
  const error = new ConfigError(cause.message, `${cause.help} ${PLACE}`, { cause });
  console.error(`intercom-mcp: ${error.message} ${error.help}`);
  const refuse = (): Promise<never> => Promise.reject(error);
  async function* paginate(): AsyncGenerator<never, void, undefined> {
    yield await refuse();
  }
  return { call: refuse, exchange: refuse, paginate };
}
