import { expect } from 'vitest';
import { optionsOf } from '../../../../../sandbox/domain/tickets/list-options.ts';
import { tickets, ticketTypes } from '../../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../../sandbox/sample/cast.ts';
import { rosa } from '../../../../support/people.ts';
import { START, type TestSandbox } from '../../../support/sandbox.ts';

/** Unix seconds of the sandbox's clock at first. */
export const NOW = START / 1000;
/** The id of the sample ticket that nobody has looked at. */
export const { submitted } = cast.tickets;
/** Ids of the sample ticket types. */
export const { customer, backOffice, tracker } = cast.ticketTypes;
/** Ids of the sample states. */
export const states = cast.ticketStates;

/** What an answer holds that refuses. */
export function refusal(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

/** A copy of a ticket as it is kept. */
export function row(sandbox: TestSandbox, id: unknown) {
  const found = tickets(sandbox.workspace).get(id);
  if (found === undefined) throw new Error(`no ticket ${String(id)}`);
  return structuredClone(found);
}

/** The id of a choice of a list attribute. */
export function item(sandbox: TestSandbox, type: string, name: string, label: string): string {
  const attribute = ticketTypes(sandbox.workspace)
    .get(type)
    ?.attributes.find((one) => one.name === name);
  const found = attribute && optionsOf(attribute).find((option) => option.label === label);
  if (found === undefined) throw new Error(`no ${label}`);
  return found.id;
}

/** Creates a ticket of the contact that the tests put in; its id. */
export async function create(sandbox: TestSandbox, body: Record<string, unknown> = {}): Promise<string> {
  const { status, body: made } = await sandbox.call('POST', '/tickets', {
    ticket_type_id: customer,
    contacts: [{ id: rosa.id }],
    ...body,
  });
  expect([status, made]).toEqual([200, expect.objectContaining({ type: 'ticket' })]);
  return (made as { id: string }).id;
}
