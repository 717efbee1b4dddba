export { type ListeningSandbox, listenSandbox } from './listen.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export { cast } from './seed/cast.ts';
export type { Change } from './store/changes.ts';
export type { Snapshot } from './store/workspace.ts';
