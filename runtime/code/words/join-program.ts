import type { CallStep, FieldStep } from '../../profile/joins.ts';
import type { WayStep } from './find-join.ts';

/** What a program for a way is written with. */
export interface JoinNames {
  readonly from: string;
  readonly to: string;
  /** The object whose functions are called. */
  readonly object: string;
  /** What a program calls a tool. */
  readonly nameOf: (tool: string) => string;
}

/** A way between two things in a line: `conversation.contacts[].id -> listContactCompanies({ contact_id })`. */
export function wayLine(way: readonly WayStep[], { nameOf }: JoinNames): string {
  const parts = way.map((one, at) => {
    if (one.kind === 'field') return `${one.step.from}.${one.step.field}`;
    const start = at === 0 && one.kind === 'list' ? `${one.step.from}.id -> ` : '';
    return one.kind === 'get'
      ? `${nameOf(one.tool)}({ ${one.argument} })`
      : `${start}${nameOf(one.step.tool)}(${inBraces(argumentOf(one.step))})`;
  });
  return parts.join(' -> ');
}

function argumentOf({ argument, filter }: CallStep): string {
  return argument ?? (filter === undefined ? '' : `query: { field: '${filter}' … }`);
}

/** A program that goes the way from one thing, a variable of its name, and collects the others. */
export function joinProgram(way: readonly WayStep[], { from, to, object, nameOf }: JoinNames): string {
  const all = `${to}s`.replace(/ys$/, 'ies');
  const lines = [`const ${all} = [];`];
  let depth = 0;
  let id = `${from}.id`;
  let item = from;
  const write = (line: string): void => {
    lines.push(`${'  '.repeat(depth)}${line}`);
  };
  const open = (line: string): void => {
    write(`${line} {`);
    depth += 1;
  };
  for (const one of way) {
    if (one.kind === 'field') {
      item = openField(one.step, { item, open });
      id = one.step.whole ? `${item}.id` : item;
    } else if (one.kind === 'list') {
      const { argument, filter, where, tool, to: next } = one.step;
      const query = filter === undefined ? '' : `query: { field: '${filter}', operator: '=', value: ${id} }`;
      const args = inBraces(argument === undefined ? query : `${argument}: ${id}`);
      open(`for await (const ${next} of ${object}.all.${nameOf(tool)}(${args}))`);
      if (where !== undefined) write(`if (!(${isAt(where, next, id)})) continue;`);
      item = next;
      id = `${item}.id`;
    } else {
      write(`const ${one.thing} = await ${object}.${nameOf(one.tool)}({ ${one.argument}: ${id} });`);
      item = one.thing;
      id = `${item}.id`;
    }
  }
  write(`${all}.push(${item});`);
  while (depth > 0) {
    depth -= 1;
    write('}');
  }
  return lines.join('\n');
}

/** Opens a block for each id that stands in a thing, and says what it is called there. */
function openField(
  { to, field, type, whole }: FieldStep,
  { item, open }: { item: string; open: (line: string) => void },
): string {
  const [list = '', rest] = field.split('[]');
  const path = `${item}.${list.replaceAll('.', '?.')}`;
  if (rest === undefined) {
    open(`if (${path})`);
    return path;
  }
  const one = whole ? to : rest === '' ? 'id' : 'one';
  const some = type === undefined ? path : `${path}.filter((one) => one.type === '${type}')`;
  open(`for (const ${one} of ${some})`);
  return `${one}${rest}`;
}

/** Whether an id stands at a place of an item. */
function isAt(place: string, item: string, id: string): string {
  const [list = '', rest] = place.split('[]');
  const path = `${item}.${list.replaceAll('.', '?.')}`;
  return rest === undefined
    ? `String(${path}) === String(${id})`
    : `${path}.some((one) => String(one${rest}) === String(${id}))`;
}

function inBraces(args: string): string {
  return args === '' ? '' : `{ ${args} }`;
}
