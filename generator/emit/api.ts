import type { Api } from '../ir/ir.ts';
import { serversOf } from './facts.ts';
import { template } from './templates.ts';

/** The form of what `api.ts` exports; the runtime reads no other. */
const FORM = 1;

/** The text of the file that has all that a server is made of together, before formatting; `id` is the name of the API. */
export function emitApi({ document }: Pick<Api, 'document'>, id: string): string {
  const [address] = serversOf(document).filter((server) => /^https?:/.test(server));
  const variable = id.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  const connection = {
    addresses: address === undefined ? {} : { default: address },
    defaultRegion: 'default',
    authentication: 'bearer',
    environment: { token: `${variable}_TOKEN`, baseUrl: `${variable}_BASE_URL` },
  };
  return template('api.ts.hbs')({
    form: FORM,
    id: JSON.stringify(id),
    connection: JSON.stringify(connection),
  });
}

/** The text of the file that hands out what the tools answer, before formatting. */
export function emitAnswers(): string {
  return template('answers.ts.hbs')({});
}
