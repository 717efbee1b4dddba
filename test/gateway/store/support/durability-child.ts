import { writeSync } from 'node:fs';
import { openStore } from '../../../../gateway/index.ts';
import { anAccount, aServer, NOON } from '../../support/rows.ts';
import { aLink, anEntry } from './rows.ts';

// Changes a store, and says so for each: between two of these lines stands, in a trace, whether the disk was waited for.
await using store = await openStore(process.argv[2] ?? '');
const say = (what: string): number => writeSync(1, `done: ${what}\n`);
await store.accounts.insert(anAccount('a'));
await store.servers.insert(aServer('a', 's'));
say('create');
await store.transaction(({ audit }) => audit.append([anEntry('1')], aLink));
say('call');
await store.transaction(({ servers }) => servers.remove('a', 's', NOON));
say('revoke');
await store.transaction(({ audit }) => audit.append([anEntry('2')], aLink));
say('another call');
await store.confirmations.remember('1', NOON);
say('confirm');
