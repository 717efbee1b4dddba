export { type ListeningSandbox, listenSandbox } from './http/listen-sandbox.ts';
export { cast } from './sample/cast.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export type { Change } from './store/changes.ts';
export type { Snapshot } from './store/workspace.ts';
