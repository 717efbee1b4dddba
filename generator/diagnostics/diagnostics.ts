/** How bad a problem is: an `error` leaves the old output in place, a `warning` does not. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every problem that the generator and the import can report, with the help that goes with it.
 * `docs/diagnostics.md` explains each code; a test holds the two together.
 */
export const catalogue = {
  SOURCE_NOT_FOUND: { severity: 'error', help: 'Check the path or address of the description, and of the overlays.' },
  SOURCE_UNREADABLE: { severity: 'error', help: 'Give a readable UTF-8 text file.' },
  SOURCE_ADDRESS_REFUSED: { severity: 'error', help: 'Use an https:// address; http:// is for this machine only.' },
  SOURCE_UNREACHABLE: { severity: 'error', help: 'Check the network and the address, or give a local file.' },
  SOURCE_HTTP_STATUS: { severity: 'error', help: 'Check the address and that this API version is published there.' },
  SOURCE_TOO_LARGE: { severity: 'error', help: 'An OpenAPI description is far smaller; check the address.' },
  SOURCE_EMPTY: { severity: 'error', help: 'Check the file or address; the text has no content.' },
  SOURCE_IS_HTML: { severity: 'error', help: 'Use the address of the raw file, not of a page that shows it.' },
  SOURCE_SYNTAX: { severity: 'error', help: 'Correct the text at this place, or fetch it again.' },
  SOURCE_TRUNCATED: { severity: 'error', help: 'Fetch the description again; its end is missing.' },
  SOURCE_DUPLICATE_KEY: { severity: 'error', help: 'Report it upstream; remove or merge one of the two by hand.' },
  SOURCE_NOT_OBJECT: { severity: 'error', help: 'Give a YAML or JSON text with keys at its top.' },
  SOURCE_NOT_OPENAPI: { severity: 'error', help: 'Give an OpenAPI 3 description.' },
  SOURCE_OPENAPI_VERSION: { severity: 'error', help: 'Convert the description to OpenAPI 3.0 or 3.1 first.' },
  SOURCE_NO_PATHS: { severity: 'error', help: 'Give a description that has operations under `paths`.' },
  SOURCE_DANGLING_REF: {
    severity: 'warning',
    help: 'The value is open until its target is there: report it upstream.',
  },
  SOURCE_MALFORMED: { severity: 'error', help: 'OpenAPI wants another kind of value here; report it upstream.' },
  SOURCE_API_VERSION: { severity: 'error', help: 'Give the --api-version that the description is for.' },
  SOURCE_SEARCH_TABLE: { severity: 'error', help: 'The wording changed upstream: adapt generator/import/search-*.ts.' },
  SOURCE_SEARCH_ROW: {
    severity: 'warning',
    help: 'Read what the row means, and correct the search in an overlay, or adapt generator/import/search-*.ts.',
  },
  FORMER_FILES_DAMAGED: {
    severity: 'warning',
    help: 'Nothing is compared with them; bring them back from version control to see what changes.',
  },
  OPTIONS_MISSING: { severity: 'error', help: 'Run `intercom-mcp generate --help` for the options.' },
  REFERENCE_UNREADABLE: { severity: 'error', help: 'Make every $ref point into the document or to a file beside it.' },
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
  PATH_PARAMETER_UNDECLARED: {
    severity: 'warning',
    help: 'Declare it with `in: path`; until then it is taken as a required string.',
  },
  COOKIE_LEFT_OUT: { severity: 'info', help: 'Set the cookie in the client if the operation needs it.' },
  CREDENTIAL_LEFT_OUT: { severity: 'info', help: 'The client sends credentials; a model is never asked for one.' },
  SCHEMA_TOO_DEEP: {
    severity: 'error',
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
  REFERENCE_DANGLING: { severity: 'error', help: 'Correct the $ref or add what it points to.' },
  NO_OPERATIONS: {
    severity: 'error',
    help: 'Give the description at least one GET, POST, PUT, PATCH or DELETE operation.',
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
  EMITTED_TYPE: {
    severity: 'error',
    help: 'This is a fault of the generator: report it with the operation named here.',
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

  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .map(({ code, message, pointer }) => `${code}: ${message}${pointer ? ` (${pointer})` : ''}`)
        .join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}
