import type { CallToolResult, InputRequiredResult } from '@modelcontextprotocol/server';
import type { Box, BoxLimits } from '../code/box/box.ts';
import type { CallLimits } from '../code/calls.ts';
import { CODE_RUNNERS } from '../code/code-input.ts';
import { explainFailure } from '../code/explain-failure.ts';
import { type AgreedWrite, type Agreement, createAgreement } from '../code/planned-write.ts';
import { runProgram } from '../code/run-program.ts';
import type { CodeWords } from '../code/words/code-words.ts';
import type { WorldNames } from '../code/world-names.ts';
import type { CallContext } from './call-context.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { askConsent, needsConfirmation } from './confirm-call.ts';
import { confirmerOfProcess } from './confirmer.ts';
import { describeProgram } from './describe-program.ts';
import { createProgramCalls, type Writing } from './program-calls.ts';
import { withProgress } from './progress.ts';
import { tellProgram } from './tell-program.ts';
import type { ProgramAnswer } from './toolbox.ts';

/** How much a program may do and answer. */
export interface CodeLimits extends BoxLimits, CallLimits {
  /** Characters of what it returns. */
  readonly output: number;
}

/** A program that a call brought. */
export interface ProgramCall {
  /** The tool that was called. */
  readonly tool: string;
  readonly code: string;
  /** Whether it may change something. */
  readonly access: 'read' | 'write';
  readonly dryRun: boolean;
  readonly confirmationToken: string | undefined;
}

/** Where programs of a server run. */
export interface ProgramHost {
  readonly box: () => Promise<Box>;
  readonly limits: CodeLimits;
  readonly names: WorldNames;
  readonly prelude: string;
  readonly world: Pick<CodeWords, 'find' | 'search' | 'describe' | 'words'>;
}

/**
 * Runs a program: a dry run of it, or where some of its writes need consent a plan of it first, one question about all of
 * these, and then the program itself, held to the writes that were agreed to. One question and not one for each: a person sees what
 * the program comes to as a whole, and nothing is half done when the answer is no.
 */
export async function runProgramCall(
  { tool, code, access, dryRun, confirmationToken }: ProgramCall,
  host: ProgramHost,
  context: CallContext,
  settings: CallListedSettings,
): Promise<ProgramAnswer> {
  const programId = crypto.randomUUID();
  const {
    confirm = 'never',
    confirmer = confirmerOfProcess(),
    shownName = (name) => name,
    place,
    progressInterval = 5000,
  } = settings;

  const execute = (writing: Writing) =>
    withProgress(context.progress, progressInterval, () =>
      runOnce(writing, { programId, code, host, context, settings }),
    );

  if (access === 'read') return { programId, ...(await execute({ mode: 'refuse' })).told() };
  if (dryRun) return { programId, ...(await execute({ mode: 'plan' })).told() };
  let agreement: Agreement | undefined;
  if (confirm !== 'never') {
    const plan = await execute({ mode: 'plan' });
    const asked = plan.writes.flatMap((write, at) =>
      needsConfirmation(write.entry, confirm) ? [{ write, number: at + 1 }] : [],
    );
    // Nobody is asked about a program that would fail.
    if (plan.failed) return { programId, ...plan.told() };
    const agreed = asked.map(({ write: { entry, args, dry }, number }): AgreedWrite => {
      return { number, tool: entry.name, args, became: dry && (dry.became ?? {}) };
    });
    if (agreed.length > 0) {
      const writes = asked.map(({ write }) => write);
      const consent = {
        call: { tool: shownName(tool), args: { code, agreed } },
        describe: () => describeProgram(writes, place),
        ...{ confirmationToken, elicitation: context.elicitation },
      };
      const instead = await askConsent(consent, confirmer);
      if (instead !== undefined) return { programId, result: instead };
      agreement = createAgreement(agreed);
    }
  }
  return { programId, ...(await execute({ mode: 'make', agreement })).told() };
}

interface Running extends Pick<ProgramCall, 'code'> {
  readonly programId: string;
  readonly host: ProgramHost;
  readonly context: CallContext;
  readonly settings: CallListedSettings;
}

/** Searches, descriptions and what is refused, for each call that a program may make. */
const ASKS_PER_CALL = 10;

type Told = Pick<ProgramAnswer, 'failure'> & { readonly result: CallToolResult | InputRequiredResult };

async function runOnce(writing: Writing, { programId, code, host, context, settings }: Running) {
  const { limits, names, prelude, world } = host;
  // What is under way when a program ends is given up with it.
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  const calls = createProgramCalls({ program: { id: programId }, settings, limits, writing, signal });
  const { call, pages, note } = calls;
  const box = await host.box();
  const run = await runProgram({
    ...{ box, source: code, prelude, limits, signal: context.signal },
    mostAsks: limits.calls * ASKS_PER_CALL,
    world: { ...world, find: (name) => world.find(name, note), call, pages },
  }).finally(() => over.abort());
  const { outcome } = run;
  if (outcome.failure === 'cancelled') context.signal.throwIfAborted();
  // Told all the same: it may have made writes by then.
  if (outcome.failure === 'broken') settings.onError?.(new Error(outcome.message), CODE_RUNNERS.write);
  const failed =
    outcome.failure === undefined
      ? undefined
      : explainFailure(outcome, { source: code, missing: run.missing, names, limits });
  return {
    writes: calls.writes,
    failed: failed !== undefined,
    told: (): Told => ({
      result: tellProgram({ run, calls, programId, limit: limits.output, failed, isPlan: writing.mode === 'plan' }),
      ...(failed && { failure: failed.kind }),
    }),
  };
}
