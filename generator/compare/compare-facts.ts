import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { sameJson } from '../json/json-schema.ts';
import { shapeOf } from '../text/path-shape.ts';
import type { Breaks, Change } from './change.ts';
import { makeChange } from './make-change.ts';
import type { ToolPair } from './match-tools.ts';
import { listText, valueText } from './value-text.ts';

/** What changed in a tool beside its arguments and answers: its names, its place, what servers filter it by. */
export function compareFacts({ before, after, isCertain }: ToolPair, pointer: string): Change[] {
  return [
    ...compareNames(before, after, pointer),
    ...comparePlace({ before, after, isCertain }, pointer),
    ...compareTags(before, after, pointer),
    ...compareBehaviour(before, after, pointer),
  ];
}

function compareNames(before: CatalogEntry, after: CatalogEntry, pointer: string): Change[] {
  const changes: Change[] = [];
  if (before.name !== after.name) {
    const isAlias = after.aliases?.some(({ name }) => name === before.name) ?? false;
    changes.push(
      makeChange({
        kind: 'tool renamed',
        breaks: isAlias ? [] : ['models'],
        place: '',
        from: before.name,
        to: after.name,
        message: isAlias
          ? `it was called ${before.name}, and answers to that name for a time`
          : `it was called ${before.name}`,
        pointer,
      }),
    );
  }
  const [old, now] = [before.function ?? before.name, after.function ?? after.name];
  if (old !== now)
    changes.push(
      makeChange({
        kind: 'export renamed',
        breaks: ['importers'],
        place: '',
        from: old,
        to: now,
        message: `programs import it as ${now} now, and did as ${old}`,
        pointer,
      }),
    );
  if (before.module !== after.module)
    changes.push(
      makeChange({
        kind: 'module moved',
        breaks: ['importers'],
        place: '',
        from: before.module,
        to: after.module,
        message: `programs import it from ${after.module} now, and did from ${before.module}`,
        pointer,
      }),
    );
  return changes;
}

function comparePlace({ before, after, isCertain }: ToolPair, pointer: string): Change[] {
  const [from, to] = [before, after].map(({ method, path }) => `${method} ${shapeOf(path)}`);
  if (from === to) return [];
  const operations = [before, after].map(({ method, path }) => `${method} ${path}`);
  return [
    makeChange({
      kind: 'operation moved',
      breaks: isCertain ? [] : ['models'],
      place: '',
      from: operations[0],
      to: operations[1],
      message: `it is ${operations[1]} now, and was ${operations[0]}`,
      pointer,
    }),
  ];
}

function compareTags(before: CatalogEntry, after: CatalogEntry, pointer: string): Change[] {
  const gone = before.tags.filter((tag) => !after.tags.includes(tag));
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  if (gone.length === 0 && added.length === 0) return [];
  const parts = [
    ...(gone.length > 0 ? [`no longer has the tag ${listText(gone)}`] : []),
    ...(added.length > 0 ? [`has the tag ${listText(added)} now`] : []),
  ];
  return [
    makeChange({
      kind: 'tags',
      breaks: gone.length > 0 ? ['models'] : [],
      place: '',
      from: before.tags,
      to: after.tags,
      message: `it ${parts.join(', and ')}`,
      pointer: `${pointer}/tags`,
    }),
  ];
}

/** What a tool does, by which servers are filtered and clients ask before a call: which way it goes decides what breaks. */
function compareBehaviour(before: CatalogEntry, after: CatalogEntry, pointer: string): Change[] {
  const say = (place: string, from: unknown, to: unknown, breaks: readonly Breaks[]): Change =>
    makeChange({
      kind: 'behaviour',
      breaks,
      place,
      from,
      to,
      message: `${place} is ${valueText(to)} now, and was ${valueText(from)}`,
      pointer,
    });
  const changes: Change[] = [];
  // A server of tools of one class, of those that read, or of harmless ones no longer has it, or has it and asks nobody any more.
  if (before.class !== after.class) changes.push(say('class', before.class, after.class, ['models']));
  if (before.access !== after.access) changes.push(say('access', before.access, after.access, ['models']));
  if (before.destructive !== after.destructive)
    changes.push(say('destructive', before.destructive, after.destructive, ['models']));
  const [personal, personalNow] = [before.personalData === true, after.personalData === true];
  if (personal !== personalNow) changes.push(say('personalData', personal, personalNow, []));
  if (changes.length === 0 && !sameJson(before.annotations, after.annotations))
    changes.push(say('annotations', before.annotations, after.annotations, []));
  return changes;
}
