import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import type { CallableOperation } from './callable-operations.ts';
import { readScheme } from './read-scheme.ts';

/** A scheme that clients send, how that is said in half a sentence, and where the description has it. */
export interface SentScheme {
  readonly scheme: SecurityScheme;
  readonly how: string;
  readonly pointer: string;
}

/** The security schemes of a description. */
export interface ReadSchemes {
  readonly sent: ReadonlyMap<string, SentScheme>;
  /** Those that no request carries. */
  readonly elsewhere: ReadonlySet<string>;
  readonly unsupported: ReadonlySet<string>;
  /** True where neither the description nor an operation says what is needed. */
  readonly isSilent: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the declared schemes; one that is required and not declared is taken as a bearer token. */
export function readSchemes(document: Json, lookup: Lookup, operations: readonly CallableOperation[]): ReadSchemes {
  const sent = new Map<string, SentScheme>();
  const elsewhere = new Set<string>();
  const unsupported = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const required = [
    { security: document.security, pointer: '/security' },
    ...operations.map(({ raw, pointer }) => ({ security: raw.security, pointer: `${pointer}/security` })),
  ];
  const isSilent = required.every(({ security }) => !Array.isArray(security));
  const used = new Set(required.flatMap(({ security }) => namesIn(security)));
  const components = isRecord(document.components) ? document.components : {};
  const declared = isRecord(components.securitySchemes) ? components.securitySchemes : {};
  for (const [name, value] of Object.entries(declared)) {
    // What nothing asks for is nothing to set.
    if (!isSilent && !used.has(name)) continue;
    const pointer = pointerTo(['components', 'securitySchemes', name]);
    const read = readScheme(resolved(value, lookup));
    if (read.is === 'sent') {
      sent.set(name, { scheme: read.scheme, how: read.how, pointer });
      continue;
    }
    (read.is === 'elsewhere' ? elsewhere : unsupported).add(name);
    const outcome = read.is === 'elsewhere' ? 'no request carries it' : 'nothing is sent for it';
    diagnostics.push(diagnostic('SECURITY_SCHEME_UNSUPPORTED', `${name} ${read.why}: ${outcome}`, pointer));
  }
  for (const { security, pointer } of required) {
    for (const name of namesIn(security)) {
      if (sent.has(name) || elsewhere.has(name) || unsupported.has(name)) continue;
      sent.set(name, { scheme: { type: 'bearer' }, how: 'a token is sent as Authorization: Bearer', pointer });
      diagnostics.push(
        diagnostic(
          'SECURITY_SCHEME_UNDECLARED',
          `${name} is required and not declared: it is taken as a bearer token`,
          pointer,
        ),
      );
    }
  }
  return { sent, elsewhere, unsupported, isSilent, diagnostics };
}

function resolved(value: unknown, lookup: Lookup): Json {
  let json = isRecord(value) ? value : {};
  for (let hops = 0; typeof json.$ref === 'string' && hops < 8; hops += 1) json = lookup(json.$ref) ?? {};
  return json;
}

function namesIn(security: unknown): string[] {
  return (Array.isArray(security) ? security : []).filter(isRecord).flatMap((each) => Object.keys(each));
}

/** The addresses at which the tokens of schemes are to be had, and where the description has each. */
export function tokenUrls(schemes: ReadonlyMap<string, SentScheme>): (readonly [url: string, pointer: string])[] {
  return [...schemes.values()].flatMap(({ scheme, pointer }) =>
    scheme.type === 'clientCredentials' ? [[scheme.tokenUrl, pointer] as const] : [],
  );
}
