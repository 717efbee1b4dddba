import type { TicketAttribute } from '../../model/tickets.ts';

/** One choice of a list attribute. */
export interface ListOption {
  readonly id: string;
  label: string;
}

/** The choices of a list attribute; none of one of another kind. */
export function optionsOf({ input_options }: TicketAttribute): ListOption[] {
  const { list_options: options } = input_options;
  return Array.isArray(options) ? (options as ListOption[]) : [];
}
