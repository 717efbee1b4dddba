import { isRecord, type Json } from '../../contract/contract.ts';
import { optionsOf } from '../../domain/tickets/list-options.ts';
import { invalid } from '../../http/fault.ts';
import type { TicketAttribute, TicketType } from '../../model/tickets.ts';

/** The attributes of a type that a request names; refuses names that the type does not have and values of other kinds. */
export function checkAttributes(type: TicketType, values: Json): Json {
  const known = new Map(type.attributes.map((attribute) => [attribute.name, attribute]));
  const extra = Object.keys(values).filter((name) => !known.has(name));
  if (extra.length > 0) refuse(`Extra attributes provided that are not found on ticket type: ${extra.join(', ')}`);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const attribute = known.get(name);
      return [name, attribute === undefined || value === null ? value : valueFor(attribute, value)];
    }),
  );
}

/** Refuses values for a new ticket that leave out what its type requires. */
export function checkRequired(type: TicketType, values: Json): void {
  const missing = type.attributes.filter(
    ({ name, required_to_create, archived }) =>
      required_to_create && !archived && (values[name] === undefined || values[name] === null || values[name] === ''),
  );
  if (missing.length > 0) refuse('Attributes that the ticket type requires are absent');
}

function valueFor(attribute: TicketAttribute, value: unknown): unknown {
  const { name, data_type } = attribute;
  if (data_type === 'list') {
    const option = optionsOf(attribute).find(({ id }) => id === String(value));
    return option?.id ?? refuse(`${name} takes the id of one of its list items`, name);
  }
  if (!KINDS[data_type]?.(value)) refuse(`${name} takes a value of type ${data_type}`, name);
  if (data_type === 'string') return String(value);
  return (data_type === 'integer' || data_type === 'decimal') && typeof value === 'string' ? Number(value) : value;
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' || typeof value === 'number',
  integer: (value) => isNumeric(value) && Number.isInteger(Number(value)),
  decimal: isNumeric,
  boolean: (value) => typeof value === 'boolean',
  // Unix seconds, or a date as text.
  datetime: (value) => isNumeric(value) || (typeof value === 'string' && !Number.isNaN(Date.parse(value))),
  files: (value) => typeof value === 'string' || Array.isArray(value) || isRecord(value),
};

function refuse(message: string, name?: string): never {
  throw invalid(message, name === undefined ? 'ticket_attributes' : `ticket_attributes.${name}`);
}
