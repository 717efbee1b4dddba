import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { isRecord, sameJson } from '../json/json-schema.ts';
import { isClientHeader } from '../normalize/parameters.ts';
import type { Breaks, Change } from './change.ts';
import type { Description } from './description.ts';
import { changeOf, makeChange } from './make-change.ts';
import type { Side, ToolPair } from './match-tools.ts';
import { listText, valueText, without } from './value-text.ts';

/** The tools of both descriptions, and the versions that these say they are of. */
export interface ComparedHeaders {
  readonly pairs: readonly ToolPair[];
  readonly sides: { readonly before: Side; readonly after: Side };
  readonly versions: { readonly before: string; readonly after: string };
}

/** What changed in the header by which clients ask for a version of the API: no argument, but something that accounts and programs choose. */
export function compareVersionHeaders({ pairs, sides, versions }: ComparedHeaders): Change[] {
  const found = pairs.flatMap(({ before, after }): Change[] => {
    const old = headerOf(before, sides.before.description);
    const now = headerOf(after, sides.after.description);
    return compareHeader(old, now, versions).map((change) =>
      // What all share is said once.
      /^\/(?:components|info)\//.test(change.pointer) ? change : changeOf(after, change),
    );
  });
  return [...new Map(found.map((change) => [JSON.stringify(change), change])).values()];
}

function compareHeader(
  old: VersionHeader | undefined,
  now: VersionHeader | undefined,
  versions: ComparedHeaders['versions'],
): Change[] {
  if (old === undefined && now === undefined) return [];
  const common = { kind: 'version header', place: now?.name ?? old?.name ?? '' } as const;
  if (old === undefined || now === undefined) {
    const message = now
      ? `it declares the version header ${now.name} now`
      : `it declares the version header ${old?.name} no more, which clients send all the same`;
    return [
      makeChange({
        ...common,
        message,
        pointer: now?.pointer ?? old?.pointer ?? '',
        ...(old && { from: old.name }),
        ...(now && { to: now.name }),
      }),
    ];
  }
  const own = { ...common, pointer: now.pointer };
  const [gone, added] = [without(old.values, now.values), without(now.values, old.values)];
  const isBound = now.values.length > 0;
  const ends = { from: old.values, to: now.values };
  const say = (message: string, breaks: readonly Breaks[] = []): Change =>
    makeChange({ ...own, ...ends, breaks, message });
  return [
    ...(isBound && old.values.length === 0
      ? [say(`${now.name} has to be one of ${listText(added)} now`, ['models'])]
      : []),
    ...(isBound && gone.length > 0 ? [say(`${now.name} cannot be ${listText(gone)} any more`, ['models'])] : []),
    ...(old.values.length > 0 && (added.length > 0 || !isBound)
      ? [say(`${now.name} can be ${isBound ? listText(added) : 'anything'} now`)]
      : []),
    ...(sameJson(old.preset, now.preset)
      ? []
      : [
          makeChange({
            ...own,
            ...{ from: old.preset, to: now.preset },
            message: `${now.name} is ${valueText(now.preset)} now where none is sent, and was ${valueText(old.preset)}`,
          }),
        ]),
    ...(versions.before === versions.after
      ? []
      : [
          makeChange({
            ...common,
            ...{ from: versions.before, to: versions.after },
            message: `calls ask for ${versions.after} by ${now.name} unless said otherwise, and asked for ${versions.before}`,
            pointer: '/info/version',
          }),
        ]),
  ];
}

interface VersionHeader {
  readonly name: string;
  /** That of its schema, which operations mostly share. */
  readonly pointer: string;
  readonly values: readonly unknown[];
  readonly preset: unknown;
}

function headerOf(
  { method, path }: CatalogEntry,
  { lookup, operationAt, pointerOf }: Description,
): VersionHeader | undefined {
  const parameters = operationAt(method, path)?.parameters;
  for (const declared of Array.isArray(parameters) ? parameters.filter(isRecord) : []) {
    const { in: place, name, schema: own } = declared;
    if (place !== 'header' || typeof name !== 'string' || !/-version$/i.test(name) || !isClientHeader(name)) continue;
    let schema = isRecord(own) ? own : {};
    for (let hops = 0; typeof schema.$ref === 'string' && hops < 8; hops += 1) schema = lookup(schema.$ref) ?? {};
    const { enum: values, const: only, default: preset } = schema;
    return {
      ...{ name, preset, pointer: pointerOf(schema) || pointerOf(declared) },
      values: Array.isArray(values) ? values : only === undefined ? [] : [only],
    };
  }
  return undefined;
}
