import { requestCatalogue } from './request-catalogue.ts';
import { sourceCatalogue } from './source-catalogue.ts';

/** How bad a problem is: an `error` leaves the old output in place, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every problem that the generator and the import can report, with the help that goes with it.
 * `docs/diagnostics.md` explains each code; a test holds the two together.
 */
export const catalogue = {
  ...sourceCatalogue,
  FORMER_FILES_DAMAGED: {
    severity: 'warning',
    help: 'Nothing is compared with them; bring them back from version control to see what changes.',
  },
  PROJECT_FOLDER_TAKEN: {
    severity: 'error',
    help: 'Name a folder that is new or empty: intercom-mcp init changes nothing that is there.',
  },
  OPTIONS_MISSING: { severity: 'error', help: 'Run `intercom-mcp generate --help` for the options.' },
  REFERENCE_UNREADABLE: {
    severity: 'warning',
    help: 'Make the $ref point into the document, to a file in its folder, or to its own server.',
  },
  REFERENCE_GUESSED: {
    severity: 'info',
    help: 'Write the reference with the pointer that is named, so that all readers agree.',
  },
  OVERLAY_INVALID: { severity: 'error', help: 'See the OpenAPI Overlay Specification 1.0.0.' },
  OVERLAY_TARGET_MISSING: {
    severity: 'error',
    help: 'Correct the target or delete the action: what it changed is gone.',
  },
  OVERLAY_TARGET_ABSENT: {
    severity: 'info',
    help: 'Nothing is wrong: the overlay is for another version of the API. Words that are missing are listed.',
  },
  OVERLAY_KEPT: {
    severity: 'error',
    help: 'Correct the targets by hand, or write them out, one action a line, and run the command again.',
  },
  UPDATE_OVERTAKEN: { severity: 'error', help: 'Another import wrote meanwhile: run the command again.' },
  OUTPUT_UNWRITABLE: {
    severity: 'error',
    help: 'Look whether you may write there and whether the disk is full. What was there before is as it was.',
  },
  OVERLAY_UPDATE_MISFIT: {
    severity: 'error',
    help: 'An object is updated by an object; an entry is appended to a list.',
  },
  OVERLAY_FACT_INVALID: { severity: 'error', help: 'docs/overlays.md has every key of `x-mcp` and what it may hold.' },
  OVERLAY_FACT_ABSENT: {
    severity: 'info',
    help: 'Nothing is wrong: the overlay is for another version of the API, which declares what it names.',
  },
  OVERLAY_FACT_UNFOUNDED: {
    severity: 'error',
    help: 'Correct the fact; where the description lacks it, say how it is known (`pagination.undeclared`).',
  },
  PAGING_DETECTED: {
    severity: 'info',
    help: 'Look at one of them; an overlay says otherwise (`x-mcp.pagination`, `paged: false`, `paging: declared`).',
  },
  PAGING_UNSURE: {
    severity: 'info',
    help: 'Read how it pages and say it in an overlay (`x-mcp.pagination`); `paged: false` where it does not.',
  },
  ...requestCatalogue,
  CREDENTIAL_LEFT_OUT: { severity: 'info', help: 'The client sends credentials; a model is never asked for one.' },
  SECURITY_SCHEME: {
    severity: 'info',
    help: 'Nothing is wrong: this is what to set. `auth` of `createClient` takes it by the name of the scheme as well.',
  },
  SECURITY_SCHEME_UNSUPPORTED: {
    severity: 'warning',
    help: 'Give `createClient` a `fetch` of your own that sees to it.',
  },
  SECURITY_SCHEME_UNDECLARED: {
    severity: 'warning',
    help: 'Declare it under `components.securitySchemes`, in an overlay for instance.',
  },
  SECURITY_UNDECLARED: {
    severity: 'info',
    help: 'What is set is sent, and nothing is asked for. Say `security` in an overlay to have what is missing refused.',
  },
  SECURITY_CONFLICT: {
    severity: 'warning',
    help: 'Make them alternatives, each an entry of `security` of its own, in an overlay.',
  },
  SERVER_UNUSABLE: { severity: 'warning', help: 'Correct the address in an overlay, or give clients a base URL.' },
  SERVER_RELATIVE: {
    severity: 'warning',
    help: 'Generate from the address of the description instead of a file, or write the whole address in an overlay.',
  },
  SERVER_INSECURE: { severity: 'warning', help: 'Write https:// in an overlay where the server takes it.' },
  SERVER_VARIABLE: { severity: 'info', help: 'Nothing is wrong: this is what may be set.' },
  SERVER_OTHER: {
    severity: 'info',
    help: "Nothing is wrong: a base URL replaces the API's own address alone, and this variable that of the server.",
  },
  SCHEMA_TOO_DEEP: {
    severity: 'warning',
    help: 'Write it with fewer schemas within each other; report it upstream.',
  },
  SCHEMA_CUT: {
    severity: 'warning',
    help: 'Hide what no model should fill in (`x-mcp.hide` in an overlay) to make room for the rest.',
  },
  CLIENT_RULE: {
    severity: 'warning',
    help: 'Change it in an overlay (`x-mcp`); docs/clients.md has the rules of clients, and what each costs.',
  },
  NAME_TAKEN: { severity: 'warning', help: 'Give the operation a name of its own in an overlay (`x-mcp.name`).' },
  WORDS_MISSING: {
    severity: 'warning',
    help: 'Write a summary and a description in an overlay: `intercom-mcp words --write` makes a stub.',
  },
  FIELD_WORDS_MISSING: {
    severity: 'warning',
    help: 'Describe the argument in an overlay (`x-mcp.fields`): `intercom-mcp words --write` makes a stub.',
  },
  ALIAS_TAKEN: {
    severity: 'error',
    help: 'Take the alias out of the overlay (`x-mcp.aliases`): a name leads to one tool.',
  },
  REFERENCE_DANGLING: { severity: 'warning', help: 'Correct the $ref, or add what it points to; an overlay can.' },
  NO_OPERATIONS: {
    severity: 'error',
    help: 'Give the description at least one GET, HEAD, QUERY, POST, PUT, PATCH or DELETE operation.',
  },
  OPERATION_ID_TWICE: {
    severity: 'warning',
    help: 'Give each operation an operationId of its own; the second is named after its path.',
  },
  TIME_KEY_AMBIGUOUS: {
    severity: 'info',
    help: 'Give the property a `format` of its own in an overlay: `unix-time` where it is a time.',
  },
  EMITTED_SYNTAX: {
    severity: 'error',
    help: 'This is a fault of the generator: report it with the operation named here.',
  },
  OUTPUT_UNFORMATTED: {
    severity: 'info',
    help: 'Nothing is to be done; a formatter of your own makes them readable.',
  },
  TYPES_UNCHECKED: {
    severity: 'info',
    help: 'Check all of them with `tsc --noEmit` in your project, or generate fewer operations.',
  },
  EMITTED_TYPE: {
    severity: 'error',
    help: 'This is a fault of the generator: report it with the operation named here.',
  },
  TYPE_OPENED: {
    severity: 'warning',
    help: 'Nothing is to do for calls; report it with the schema named here.',
  },
  GENERATOR_FAULT: {
    severity: 'error',
    help: 'This is a fault of the generator: report it with the description.',
  },
  RUNTIME_UNRESOLVED: {
    severity: 'warning',
    help: "Install what is named, or correct `--runtime`; until then the toolkit's own types were used, or none.",
  },
  EMITTED_TWICE: {
    severity: 'error',
    help: 'This is a fault of the generator: report it with the operation named here.',
  },
} as const satisfies Record<string, { severity: Severity; help: string }>;

/** A code of the {@link catalogue}. */
export type Code = keyof typeof catalogue;

/** One problem: what, where (a JSON pointer into the document, or a file), and what to do. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: string;
  /** `file:line:column` in the text of the description, where it is known. */
  readonly place?: string;
  readonly help: string;
}

/** Makes a diagnostic of a catalogued problem. */
export function diagnostic(code: Code, message: string, pointer = ''): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    message,
    pointer,
    help: catalogue[code].help,
  };
}

/** A user's fault that stops the work; bugs are thrown as any other error. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(
      diagnostics
        .map(({ code, message, pointer }) => `${code}: ${message}${pointer ? ` (${pointer})` : ''}`)
        .join('\n'),
      options,
    );
    this.diagnostics = diagnostics;
  }
}
