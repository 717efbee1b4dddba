import { newContact } from '../../../../../sandbox/domain/people/new-contact.ts';
import { type Conversation, conversations } from '../../../../../sandbox/model/conversations.ts';
import { companies, contacts } from '../../../../../sandbox/model/people.ts';
import { type Ticket, tickets } from '../../../../../sandbox/model/tickets.ts';
import { newCompany } from '../../../../../sandbox/operations/people/new-company.ts';
import { omar, rosa } from '../../../../support/people.ts';
import { putPeople } from '../../../support/put-people.ts';
import { START, type TestSandbox, testSandbox } from '../../../support/sandbox.ts';

/** The time at which the things of the fixture were made, in unix seconds. */
export const MADE = START / 1000 - 1000;

/** Ids of what {@link dataSandbox} adds. */
export const ids = {
  merged: 'd0d000000000000000000003',
  other: 'd0d000000000000000000012',
  conversation: '990001',
  ticket: '990002',
} as const;

/** A sandbox with Rosa as a user, Omar as a lead, a merged contact, two companies, a conversation and a ticket, none of which has tags. */
export function dataSandbox(): TestSandbox {
  const sandbox = testSandbox();
  const { workspace } = sandbox;
  putPeople(workspace, MADE);
  contacts(workspace).put(newContact(omar.id, MADE, { role: 'lead', email: omar.email }));
  contacts(workspace).put(newContact(ids.merged, MADE, { role: 'lead', merged_into: rosa.id }));
  companies(workspace).put(newCompany({ id: ids.other, company_id: 'acct-2' }, MADE, { name: 'acct-2' }));
  const held = { created_at: MADE, updated_at: MADE, contact_ids: [rosa.id], tags: [], parts: [] };
  conversations(workspace).put({ ...held, id: ids.conversation } as unknown as Conversation);
  tickets(workspace).put({ ...held, id: ids.ticket } as unknown as Ticket);
  return sandbox;
}

/** What a request answered that was expected to work. */
export async function answered(sandbox: TestSandbox, method: string, path: string, body?: unknown): Promise<Answer> {
  const { status, body: answer } = await sandbox.call(method, path, body);
  if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer as Answer;
}

/** Status, code and field of a request that was refused. */
export async function refusal(sandbox: TestSandbox, method: string, path: string, body?: unknown): Promise<string> {
  const before = JSON.stringify(sandbox.snapshot());
  const { status, body: answer } = await sandbox.call(method, path, body);
  if (JSON.stringify(sandbox.snapshot()) !== before)
    throw new Error(`${method} ${path} was refused and changed something`);
  const [error] = (answer as { errors?: { code: string }[] }).errors ?? [];
  return `${status} ${error?.code}`;
}

/** Those keys of answers that tests read one by one. */
export interface Answer {
  readonly id: string;
  readonly total_count: number;
  readonly name: string;
  readonly event_name: string;
  readonly external_id: string;
  readonly created_at: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly label: string;
  readonly archived: boolean;
  readonly data_type: string;
  readonly options: readonly Answer[];
  readonly data: readonly Answer[];
  readonly events: readonly Answer[];
  readonly companies: readonly Answer[];
  readonly users: readonly Answer[];
  readonly pages: { readonly next?: string | null };
}
