import type { Engine } from './engines.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';
import { type GatewayProcess, startGateway } from './process.ts';
import { connect, listenWorkspace, type Workspace } from './workspaces.ts';

/** A workspace that is connected. */
export interface Connected {
  readonly accountId: string;
  readonly workspace: Workspace;
}

/** Two gateway processes on one store, which were started at the same time, with two workspaces. */
export interface Pair extends AsyncDisposable {
  readonly a: GatewayProcess;
  readonly b: GatewayProcess;
  readonly us: Connected;
  readonly eu: Connected;
  /** The same store, opened once more. */
  readonly store: TestStore;
}

/** Starts two processes on an empty store; one connects the workspaces for both. */
export async function startPair(engine: Engine): Promise<Pair> {
  const open: AsyncDisposable[] = [];
  const close = async (): Promise<void> => {
    for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]();
  };
  const keep = <One extends AsyncDisposable>(one: One): One => {
    open.push(one);
    return one;
  };
  try {
    const { address } = keep(await engine.place());
    const usWorkspace = keep(await listenWorkspace('Contact of us'));
    const euWorkspace = keep(await listenWorkspace('Contact of eu'));
    const place = { store: address, upstreams: { us: usWorkspace.url, eu: euWorkspace.url } };
    const started = await Promise.allSettled([startGateway(place), startGateway(place)]);
    const [a, b] = started.flatMap((one) => (one.status === 'fulfilled' ? [keep(one.value)] : []));
    if (a === undefined || b === undefined)
      throw new AggregateError(started.map((one) => one.status === 'rejected' && one.reason));
    const us = { accountId: await connect(a, 'us'), workspace: usWorkspace };
    const eu = { accountId: await connect(a, 'eu'), workspace: euWorkspace };
    return { a, b, us, eu, store: keep(await openTestStore(address)), [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}
