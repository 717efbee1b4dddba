import { openStore } from '../../../../gateway/store/open-store.ts';
import { anAccount, aServer } from '../../support/rows.ts';

// Another process over a store, for the tests of openings at the same time and of sudden ends.
const [task, address = '', prefix = ''] = process.argv.slice(2);

/** Writes accounts and servers for as long as it lives, and says each id once its write was acknowledged. */
async function write(): Promise<void> {
  const store = await openStore(address);
  const writeNext = async (lane: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const id = `${prefix}-${lane}-${count}`;
      await store.accounts.insert(anAccount(id));
      await store.servers.insert(aServer(id, id));
      process.stdout.write(`${id}\n`);
    }
  };
  await Promise.all([0, 1, 2, 3].map(writeNext));
}

/** Opens the store when it is told to by the end of its input, writes one row and closes it. */
async function open(): Promise<void> {
  process.stdout.write('ready\n');
  for await (const _ of process.stdin);
  await using store = await openStore(address);
  await store.settings.set(prefix, 'opened');
}

await (task === 'write' ? write() : open());
