import { type ChainReport, verifyChain } from '../../gateway/audit/verify-chain.ts';
import { openGatewayStore } from './open-store.ts';

/** What was found in an audit log: for people, and for programs. */
interface Verified {
  readonly text: string;
  readonly report: object;
  readonly isSound: boolean;
}

/** Follows the chain of the audit log of a store. */
export async function verifyAudit(address: string): Promise<Verified> {
  await using opened = await openGatewayStore(address);
  const progress = (entries: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${entries} entries`);
  };
  const report = await verifyChain(opened.store, opened.link, progress);
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return { text: described(report), report: published(report), isSound: report.count === 0 };
}

function published({ entries, unchained, last, problems, count, unfinished }: ChainReport): object {
  return {
    ...{ sound: count === 0, entries, unchained, last, problems, problem_count: count },
    unfinished: unfinished.map(({ id, at, tool, call_id }) => ({ id, at: new Date(at).toISOString(), tool, call_id })),
  };
}

function described({ entries, unchained, last, problems, count, unfinished }: ChainReport): string {
  const old = unchained === 0 ? '' : ` ${unchained} older ones are from before there was a chain.`;
  return [
    count === 0
      ? `The audit log is whole: ${entries} entries follow from one another.${old}`
      : `The audit log was CHANGED by somebody without the gateway's keys: ${count} ${count === 1 ? 'place' : 'places'} in ${entries} entries.${old}`,
    ...problems.map(({ seq, says }) => `  entry ${seq}: ${says}`),
    ...(count > problems.length ? [`  and ${count - problems.length} more`] : []),
    ...(last.seq === 0 ? [] : [`Its end is entry ${last.seq}, ${last.hash}`]),
    ...(unfinished.length === 0
      ? []
      : ['Writes that went out and whose outcome is not known; look at the workspace, whether they were made:']),
    ...unfinished.map(
      ({ at, tool, account_id, call_id }) =>
        `  ${new Date(at).toISOString()}  ${tool}  account ${account_id}  call ${call_id}`,
    ),
  ].join('\n');
}
