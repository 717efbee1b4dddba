import type { ConnectionRecord } from '../connection/connection-record.ts';
import type { Change } from './change.ts';
import { connectionPointer } from './connection-pointer.ts';
import { makeChange } from './make-change.ts';

type Scheme = ConnectionRecord['schemes'][string];

/** What changed in the credentials that are known: which there are, how each is sent, and where tokens are to be had. */
export function compareSchemes(
  before: ConnectionRecord,
  after: ConnectionRecord,
  /** Old names by new ones, of those that are only called otherwise. */
  renamed: ReadonlyMap<string, string>,
): Change[] {
  const former = new Set(renamed.values());
  const gone = Object.entries(before.schemes).filter(
    ([name]) => !former.has(name) && !Object.hasOwn(after.schemes, name),
  );
  return [
    ...gone.map(([name, scheme]) =>
      makeChange({
        kind: 'credentials',
        // What calls need without it is told of them.
        breaks: ['importers'],
        place: `schemes.${name}`,
        from: scheme,
        message: goneMessage(name, scheme),
        pointer: connectionPointer(`schemes.${name}`, before),
      }),
    ),
    ...Object.entries(after.schemes).flatMap(([name, now]): Change[] => {
      const oldName = renamed.get(name) ?? name;
      const old = Object.hasOwn(before.schemes, oldName) ? before.schemes[oldName] : undefined;
      const common = {
        kind: 'credentials',
        place: `schemes.${name}`,
        pointer: connectionPointer(`schemes.${name}`, after),
      } as const;
      if (old === undefined)
        return [makeChange({ ...common, to: now, message: `${name} is new: ${withVariables(now)}` })];
      return [
        ...(oldName === name
          ? []
          : [
              makeChange({
                ...common,
                breaks: ['importers'],
                ...{ from: oldName, to: name },
                message: `${oldName} is called ${name} now: programs give it by that name`,
              }),
            ]),
        ...compareScheme(old, now).map(({ isImported, message, from, to }) =>
          makeChange({
            ...common,
            breaks: isImported ? ['models', 'importers'] : ['models'],
            ...{ from, to },
            message: `${name} is ${message}`,
          }),
        ),
      ];
    }),
  ];
}

interface Difference {
  /** Programs give a credential of another kind. */
  readonly isImported: boolean;
  readonly message: string;
  readonly from: unknown;
  readonly to: unknown;
}

function compareScheme(old: Scheme, now: Scheme): Difference[] {
  if (old.type !== now.type)
    return [
      {
        isImported: true,
        message: `${withVariables(now, ' now')}, and was ${withVariables(old)}`,
        ...{ from: old, to: now },
      },
    ];
  if (sentAs(old) === sentAs(now)) return [];
  return [
    { isImported: false, message: `${textOf(now)} now, and was ${textOf(old)}`, from: textOf(old), to: textOf(now) },
  ];
}

/** Schemes that went and came as the same under another name, where it can be no other one: new name -> old name. */
export function renamedSchemes(before: ConnectionRecord, after: ConnectionRecord): ReadonlyMap<string, string> {
  const gone = Object.entries(before.schemes).filter(([name]) => !Object.hasOwn(after.schemes, name));
  const added = Object.entries(after.schemes).filter(([name]) => !Object.hasOwn(before.schemes, name));
  const [olds, news] = [gone, added].map((all) =>
    Map.groupBy(all, ([, scheme]) => JSON.stringify([scheme.type, sentAs(scheme)])),
  );
  return new Map(
    [...(news ?? [])].flatMap(([key, [now, ...more]]) => {
      const [old, ...others] = olds?.get(key) ?? [];
      return now && old && more.length === 0 && others.length === 0 ? [[now[0], old[0]] as const] : [];
    }),
  );
}

/** How a credential is sent, to the letter; names of headers know no case. */
function sentAs({ type, in: place, name = '', prefix, tokenUrl }: Scheme): string {
  const own = place === 'header' ? name.toLowerCase() : name;
  return [type, place, own, prefix, tokenUrl].filter(Boolean).join(' ');
}

function textOf({ type, in: place, name, prefix = '', tokenUrl }: Scheme): string {
  switch (type) {
    case 'bearer':
      return `a token as Authorization: ${prefix || 'Bearer'}`;
    case 'basic':
      return 'a user name and a password as Authorization: Basic';
    case 'apiKey':
      return `a key as the ${place === 'query' ? 'query parameter' : place} ${name}${prefix && `, behind ${prefix.trim()}`}`;
    case 'unsent':
      return 'something that no request carries by itself';
    case 'clientCredentials':
      return `a token for a client id and secret, from ${tokenUrl}`;
    default:
      return type satisfies never;
  }
}

function goneMessage(name: string, scheme: Scheme): string {
  const variables = variablesOf(scheme);
  return `${name}, ${textOf(scheme)}, is gone${variables && `: nothing reads ${variables} for it any more`}`;
}

function withVariables(scheme: Scheme, when = ''): string {
  const variables = variablesOf(scheme);
  return `${textOf(scheme)}${when}${variables && ` (${variables})`}`;
}

function variablesOf({ environment }: Scheme): string {
  return [...new Set(Object.values(environment))].join(', ');
}
