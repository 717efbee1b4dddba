import { createRequire } from 'node:module';

/** A request as Prism's validator takes it. */
export interface PrismRequest {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Record<string, string | string[]> };
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** What the validator finds wrong: the keyword or status, the place and the words. */
export interface PrismFault {
  readonly code?: string | number;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/** An operation as Prism reads it; nobody but its validator looks into it. */
export interface PrismOperation {
  readonly method: string;
  readonly path: string;
}

interface Outcome {
  readonly _tag: 'Left' | 'Right';
  readonly left?: readonly PrismFault[];
}

const require = createRequire(import.meta.url);
// The package is made for servers, and its types bring half a library of functions along.
const {
  getHttpOperationsFromSpec,
}: { getHttpOperationsFromSpec: (file: string) => Promise<PrismOperation[]> } = require('@stoplight/prism-http');
const {
  validateInput,
}: {
  validateInput: (asked: { resource: PrismOperation; element: PrismRequest }) => Outcome;
} = require('@stoplight/prism-http/dist/validator');

/** The operations of a description in a file. */
export function prismOperations(file: string): Promise<PrismOperation[]> {
  return getHttpOperationsFromSpec(file);
}

/** What is wrong with a request to an operation, credentials aside. */
export function prismFaults(operation: PrismOperation, request: PrismRequest): readonly PrismFault[] {
  return validateInput({ resource: operation, element: request }).left ?? [];
}
