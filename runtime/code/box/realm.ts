import { EvalFlags, Intrinsics, JSException, type JSValueHandle, QuickJS } from 'quickjs-wasi';
import { harness } from './harness.ts';
import { PROGRAM } from './place.ts';
import { silentWasi } from './silent-wasi.ts';

/** What a realm asks its host, and what bounds it. */
export interface RealmOptions {
  readonly wasm: WebAssembly.Module;
  /** Bytes. */
  readonly memory: number;
  /** Asked while the realm computes: whether to stop. */
  readonly isOver: () => boolean;
  readonly ask: (id: number, request: string) => void;
  readonly tell: (line: string) => void;
}

/** What a promise of a program came to. */
type Settled = { readonly value: JSValueHandle } | { readonly error: JSValueHandle };

/** A JavaScript realm of its own in WebAssembly. Every method may throw for what the engine cannot take: then the realm has ended. */
export interface Realm {
  /** What is wrong with a text as a script, undefined where nothing is; nothing runs. */
  readonly parse: (code: string) => { readonly message: string; readonly stack: string } | undefined;
  /** Runs a script to its end. */
  readonly evaluate: (code: string, file: string) => void;
  /** Calls the program that a wrapped source makes, and answers its promise. */
  readonly start: (wrapped: string) => JSValueHandle;
  /** Answers a request. */
  readonly settle: (id: number, answer: string) => void;
  /** Runs what waits to be run, up to an error that nobody can catch: its text; undefined at the end. */
  readonly drain: () => string | undefined;
  /** What a promise came to, undefined while it is open. */
  readonly settled: (promise: JSValueHandle) => Promise<Settled | undefined>;
  /** A promise of a returned value whose own promises have been awaited, undefined where it has none. */
  readonly gather: (value: JSValueHandle) => JSValueHandle | undefined;
  /** JSON of a value that was returned, undefined for nothing. */
  readonly finish: (value: JSValueHandle) => string | undefined;
  /** JSON of what was thrown: name, message, stack, thrown. */
  readonly describe: (error: JSValueHandle) => string;
  /** Gives up what was kept for the moment when memory is used up, so that `describe` and `peek` have some. */
  readonly makeRoom: () => void;
  /** JSON of those variables that can be shown, as JSON text each; their names come as JSON. */
  readonly peek: (names: string) => string;
  /** What was rejected and is nobody's to handle, at most a few. */
  readonly lost: () => readonly JSValueHandle[];
  readonly dispose: () => void;
}

/** A realm with the harness in place. */
export async function openRealm({ wasm, memory, isOver, ask, tell }: RealmOptions): Promise<Realm> {
  const lost = new Map<number, { readonly promise: JSValueHandle; readonly reason: JSValueHandle }>();
  const vm = await QuickJS.create({
    wasm,
    wasi: silentWasi,
    memoryLimit: memory + HARNESS_BYTES + RESERVE_BYTES,
    maxStackSize: STACK_BYTES,
    intrinsics: Intrinsics.ALL & ~Intrinsics.PERFORMANCE & ~Intrinsics.WEAK_REF,
    timezoneOffset: 0,
    interruptHandler: isOver,
    moduleLoader: { load: refuseModule },
    onUnhandledRejection: (promise, reason, isHandled) => {
      const { identity } = promise;
      if (isHandled) lost.delete(identity);
      else if (lost.size < LOST_SHOWN) lost.set(identity, { promise: promise.dup(), reason: reason.dup() });
    },
  });
  const reserve = vm.newArrayBuffer(new Uint8Array(RESERVE_BYTES));
  const make = vm.evalCode(harness, 'harness');
  const onAsk = vm.newFunction('ask', (id, text) => {
    ask(id?.toNumber() ?? 0, text?.toString() ?? '');
    return vm.undefined;
  });
  const onTell = vm.newFunction('tell', (line) => {
    tell(line?.toString() ?? '');
    return vm.undefined;
  });
  const kit = vm.callFunction(make, vm.undefined, onAsk, onTell);
  const part = (name: string) => kit.getProp(name);
  const [gather, start, settle, finish, describe, peek] = [
    part('gather'),
    part('start'),
    part('settle'),
    part('finish'),
    part('describe'),
    part('peek'),
  ];

  function textOf(called: JSValueHandle, ...given: JSValueHandle[]): string {
    return vm.callFunction(called, vm.undefined, ...given).consume((text) => text.toString());
  }

  return {
    parse: (code) => {
      try {
        vm.evalCode(code, PROGRAM, EvalFlags.COMPILE_ONLY).dispose();
        return undefined;
      } catch (error) {
        if (!(error instanceof JSException)) throw error;
        return { message: error.message, stack: error.stack ?? '' };
      }
    },
    evaluate: (code, file) => vm.evalCode(code, file).dispose(),
    start: (wrapped) => {
      const promise = vm.evalCode(wrapped, PROGRAM).consume((program) => vm.callFunction(start, vm.undefined, program));
      vm.markPromiseHandled(promise);
      return promise;
    },
    settle: (id, answer) => {
      const text = vm.newString(answer);
      vm.callFunction(settle, vm.undefined, vm.newNumber(id), text).dispose();
      text.dispose();
    },
    drain: () => {
      try {
        vm.executePendingJobs();
        return undefined;
      } catch (error) {
        if (!(error instanceof JSException) || error.name === 'InternalError') throw error;
        return `${error.name}: ${error.message}`;
      }
    },
    settled: async (promise) => (promise.promiseState === 0 ? undefined : vm.resolvePromise(promise)),
    gather: (value) => {
      const promise = vm.callFunction(gather, vm.undefined, value);
      if (promise.isUndefined) return undefined;
      vm.markPromiseHandled(promise);
      return promise;
    },
    finish: (value) =>
      vm.callFunction(finish, vm.undefined, value).consume((text) => (text.isUndefined ? undefined : text.toString())),
    describe: (error) => textOf(describe, error),
    makeRoom: () => reserve.dispose(),
    peek: (names) => vm.newString(names).consume((text) => textOf(peek, text)),
    lost: () => [...lost.values()].map(({ reason }) => reason),
    dispose: () => vm.dispose(),
  };
}

/** Thrown as text: of an error of the host the realm would see where it came from. */
function refuseModule(): string {
  throw 'A program can import nothing: what it may use is there without an import.';
}

/** Of the engine's own stack, which is 1 MB. */
const STACK_BYTES = 192 * 1024;

/** What the engine and the harness need for themselves. */
const HARNESS_BYTES = 512 * 1024;

/** What a look at the variables of a program needs that used up its memory. */
const RESERVE_BYTES = 512 * 1024;

/** More rejections than these tell nothing new. */
const LOST_SHOWN = 10;
