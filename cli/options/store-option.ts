import { Option } from '@commander-js/extra-typings';

/** `--store`: where a gateway keeps what it knows. */
export function storeOption() {
  return new Option('--store <file|url>', 'an SQLite file, or postgres://… for several processes').default(
    'intercom-gateway.db',
  );
}
