import type { CatalogEntry } from '../catalog/catalog.ts';
import { type CallLimits, createCalls } from '../code/calls.ts';
import { WorldError } from '../code/error-fields.ts';
import { plainOutput } from '../code/plain-output.ts';
import { type Agreement, needsAnswers } from '../code/planned-write.ts';
import type { Called, World } from '../code/world.ts';
import type { DryRun } from '../http/dry-run.ts';
import type { Exchange } from '../http/response.ts';
import { readBoolean } from '../input/scalar-value.ts';
import { pagesOf } from '../paging/paginate.ts';
import type { Page, Tool } from '../tool/tool.ts';
import { isRecord, own } from '../value/value.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { needsConfirmation } from './confirm-call.ts';
import { takeReserved } from './reserved-arguments.ts';

/** What happens to the writes of a program. */
export type Writing =
  /** None may be made. */
  | { readonly mode: 'refuse' }
  /** Each is checked and noted, and none is sent. */
  | { readonly mode: 'plan' }
  /** All are made, but of those that need consent only those that were agreed to. */
  | { readonly mode: 'make'; readonly agreement: Agreement | undefined };

/** A write of a program, and how far it came. */
export interface ProgramWrite {
  readonly entry: CatalogEntry;
  readonly args: unknown;
  /** In a plan the request; missing where it hangs on what another write answers. */
  readonly dry?: Exchange<DryRun>;
  state: 'planned' | 'sent' | 'done' | 'failed';
}

/** The calls of one program, made in the way of all calls. */
export interface ProgramCalls extends Pick<World, 'call' | 'pages'> {
  readonly writes: readonly ProgramWrite[];
  readonly made: () => number;
  /** What was noticed of arguments, each thing once: repairs and hints. */
  readonly notes: ReadonlySet<string>;
  /** Adds to them. */
  readonly note: (line: string) => void;
  /** Whether an answer had texts that outsiders wrote. */
  readonly readUntrusted: () => boolean;
}

/** How a program calls. */
export interface ProgramCallsOptions {
  readonly program: { readonly id: string };
  readonly settings: CallListedSettings;
  readonly limits: CallLimits;
  readonly writing: Writing;
  /** Gives up what is under way. */
  readonly signal: AbortSignal;
}

/** Lets a program call tools, with every guardrail of a call by itself. */
export function createProgramCalls({ program, settings, limits, writing, signal }: ProgramCallsOptions): ProgramCalls {
  const { loadTool, confirm = 'never', candidates = () => true, onError, profile } = settings;
  const calls = createCalls(limits);
  const writes: ProgramWrite[] = [];
  const notes = new Set<string>();
  let untrusted = false;

  async function load({ name }: CatalogEntry): Promise<Tool> {
    const tool = await loadTool(name);
    if (tool === undefined) throw new Error(`${name} is in the catalog but cannot be loaded.`);
    return tool;
  }

  /** The request that a call would send; nobody is told of it. */
  async function check(tool: Tool, args: unknown): Promise<Exchange<DryRun>> {
    const { args: taken } = takeReserved(tool, args);
    return settings.client.exchange(tool, taken, { signal, shape: 'complete', candidates, dryRun: true });
  }

  /** One call, told of as every other. */
  async function exchange(tool: Tool, args: unknown): Promise<Exchange<unknown>> {
    const { client, onCall } = settings.innerCall?.(program) ?? settings;
    const of = { tool: tool.name, arguments: args, programId: program.id };
    let answered: Exchange<unknown>;
    try {
      const { args: taken, dryRun, fields } = takeReserved(tool, args);
      const options = { signal, shape: 'complete', candidates, dryRun, ...(fields && { fields }) } as const;
      const whole = await client.exchange(tool, taken, options);
      answered = { ...whole, output: await plainOutput({ ...whole, tool: tool.name, profile }) };
    } catch (error) {
      if (!signal.aborted) onError?.(error, tool.name);
      await onCall?.({ ...of, status: 'error', error, isCancelled: signal.aborted });
      throw error;
    }
    await onCall?.({ ...of, status: 'ok', isCancelled: signal.aborted });
    for (const line of [...(answered.repairs ?? []), ...(answered.hints ?? [])]) notes.add(line);
    untrusted ||= typeof own(answered.output, 'untrusted') === 'string';
    return answered;
  }

  async function plan(entry: CatalogEntry, args: unknown): Promise<Called> {
    const tool = await load(entry);
    const dry = needsAnswers(args) ? {} : { dry: await check(tool, args) };
    writes.push({ entry, args, ...dry, state: 'planned' });
    return { planned: writes.length };
  }

  async function write(entry: CatalogEntry, args: unknown, agreement: Agreement | undefined): Promise<Called> {
    const tool = await load(entry);
    const agreed = needsConfirmation(entry, confirm) ? await agreedTo(tool, args, agreement) : undefined;
    const made: ProgramWrite = { entry, args, state: 'sent' };
    writes.push(made);
    try {
      const { output } = await exchange(tool, args);
      made.state = 'done';
      if (agreed !== undefined) agreement?.answered(agreed, output);
      return { value: output };
    } catch (error) {
      made.state = signal.aborted ? 'sent' : 'failed';
      throw error;
    }
  }

  async function agreedTo(tool: Tool, args: unknown, agreement: Agreement | undefined) {
    const { became } = await check(tool, args);
    const agreed = agreement?.take(tool.name, args, became);
    if (agreed !== undefined) return agreed;
    throw new WorldError(
      'consent',
      'nobody agreed to this write: it was not among those that the program made when it was asked about',
      'Nothing was sent. Run the rest as a program of its own, whose writes are asked about anew.',
    );
  }

  async function call(entry: CatalogEntry, args: unknown): Promise<Called> {
    const isAsked = entry.access === 'write' && readBoolean(own(args, 'dry_run')) === true;
    if (entry.access === 'read' || isAsked) return { value: (await exchange(await load(entry), args)).output };
    switch (writing.mode) {
      case 'refuse':
        throw new WorldError('input', 'this function changes something, and run_read_code only reads', 'Use run_code.');
      case 'plan':
        return plan(entry, args);
      case 'make':
        return write(entry, args, writing.agreement);
    }
  }

  async function* pages(entry: CatalogEntry, args: unknown, max: number): AsyncGenerator<readonly unknown[], void> {
    const tool = await load(entry);
    if (tool.pagination === undefined || entry.access === 'write') {
      const called = await calls.make(() => call(entry, args));
      const value = 'value' in called ? called.value : undefined;
      const list = listIn(value);
      if (list === undefined)
        throw new WorldError(
          'input',
          'this function answers no list, so that there are no pages of it',
          'Call it without .all.',
        );
      yield list.slice(0, max);
      return;
    }
    const read = async (input: unknown) => (await calls.make(() => exchange(tool, input))) as Exchange<Page<unknown>>;
    const limit = 'max' in tool.pagination ? tool.pagination.max : undefined;
    const size = limit === undefined ? {} : { limit: Math.min(limit, max) };
    const input = isRecord(args) ? args : {};
    yield* pagesOf(read, { tool, input }, { ...(own(input, 'limit') === undefined && size), maxItems: max });
  }

  return {
    call: (entry, args) => calls.make(() => call(entry, args)),
    pages,
    writes,
    made: calls.made,
    notes,
    note: (line) => {
      notes.add(line);
    },
    readUntrusted: () => untrusted,
  };
}

/** The list that an answer is or has. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const lists = isRecord(value) ? Object.values(value).filter((part) => Array.isArray(part)) : [];
  return lists.length === 1 ? lists[0] : undefined;
}
