import type { Requirements } from '../../runtime/profile/security.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import type { CallableOperation } from './callable-operations.ts';
import { impliedKeys } from './implied-keys.ts';
import { type Need, needsOf, withKey } from './read-needs.ts';
import { optionalRequirements, readRequirements, withScheme } from './read-requirements.ts';
import { readSchemes, type SentScheme } from './read-schemes.ts';

/** What calls of an API have to prove. */
export interface ReadSecurity {
  readonly schemes: ReadonlyMap<string, SentScheme>;
  /** What most operations ask for. */
  readonly requirements: Requirements;
  /** By the pointer of an operation, what it asks for, where that is something else, or is said to be nothing. */
  readonly of: ReadonlyMap<string, Requirements>;
  /** True where some operations ask for something else. */
  readonly varies: boolean;
  /** The scopes that operations need, by the scheme. */
  readonly scopes: ReadonlyMap<string, readonly string[]>;
  /** Schemes of which no request carries anything, since they are settled below HTTP or are not supported. */
  readonly unsent: readonly string[];
  /** What an operation asks for that says nothing, and by the pointer of an operation, what that asks for. */
  readonly needs: { readonly usual: readonly Need[]; readonly of: ReadonlyMap<string, readonly Need[]> };
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the security of a description and of each of its operations. */
export function readSecurity(document: Json, lookup: Lookup, operations: readonly CallableOperation[]): ReadSecurity {
  const read = readSchemes(document, lookup, operations);
  const implied = impliedKeys(operations, read.sent, lookup);
  const diagnostics = [...read.diagnostics];
  if (read.isSilent && read.sent.size > 0)
    diagnostics.push(
      diagnostic(
        'SECURITY_UNDECLARED',
        `${[...read.sent.keys()].join(', ')}: no operation says that it needs one`,
        '/components/securitySchemes',
      ),
    );

  const scopes = new Map<string, Set<string>>();
  const memory = new Map<string, Requirements>();
  function requirementsOf(security: unknown, pointer: string): Requirements {
    if (!Array.isArray(security)) return read.isSilent ? optionalRequirements(read) : [];
    const key = JSON.stringify(security);
    const known = memory.get(key);
    if (known) return known;
    const { requirements, conflict } = readRequirements(security, read);
    memory.set(key, requirements);
    keepScopes(security, scopes);
    if (conflict)
      diagnostics.push(
        diagnostic(
          'SECURITY_CONFLICT',
          `${conflict.join(' and ')} would both be Authorization: one of them is sent`,
          pointer,
        ),
      );
    return requirements;
  }

  const usual = needsOf(document.security, read);
  const each = operations.map(({ pointer, raw }) => {
    const isOwn = Array.isArray(raw.security);
    const before = requirementsOf(
      isOwn ? raw.security : document.security,
      isOwn ? `${pointer}/security` : '/security',
    );
    const keys = implied.of.get(pointer) ?? [];
    const requirements = keys.reduce((sofar, { scheme, required }) => withScheme(sofar, scheme, required), before);
    // Who says so means it, whatever a client is told of the API.
    const isOpen = isOwn && requirements.length === 0;
    const needs = keys.reduce(
      (sofar, { scheme, required }) => withKey(sofar, scheme, required),
      isOwn ? needsOf(raw.security, read) : usual,
    );
    return { pointer, requirements, key: JSON.stringify(requirements), isOpen, needs };
  });
  const most = mostFrequent(each.map(({ key }) => key));
  const requirements = each.find(({ key }) => key === most)?.requirements ?? [];
  return {
    schemes: new Map([...read.sent, ...implied.schemes]),
    requirements,
    of: new Map(each.filter(({ key, isOpen }) => key !== most || isOpen).map((one) => [one.pointer, one.requirements])),
    varies: each.some(({ key }) => key !== most),
    scopes: new Map([...scopes].map(([name, values]) => [name, [...values]])),
    unsent: [...read.elsewhere, ...read.unsupported],
    needs: { usual, of: new Map(each.map(({ pointer, needs }) => [pointer, needs])) },
    diagnostics,
  };
}

function keepScopes(security: readonly unknown[], scopes: Map<string, Set<string>>): void {
  for (const [name, values] of security.filter(isRecord).flatMap((entry) => Object.entries(entry))) {
    const own = scopes.get(name) ?? new Set();
    for (const value of Array.isArray(values) ? values : [])
      if (typeof value === 'string' && value !== '') own.add(value);
    scopes.set(name, own);
  }
}

/** The first of those that occur most often. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
