import { useCallback, useRef, useState } from 'preact/hooks';
import type { ToolList, ToolSummary } from '../../../api/schema.d.ts';
import { Button } from '../../../parts/button.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { SearchField } from '../../../parts/search-field.tsx';
import { sayTag } from '../shown/server-words.ts';
import { findTools, SHOWN, type Shown } from './find-tools.ts';
import type { ToolFormProps } from './form-props.ts';
import { isOn, switchTools, type ToolChoice } from './tool-choice.ts';
import { ToolRow } from './tool-row.tsx';
import { useOneStop } from './use-one-stop.ts';

const NAMES = { all: 'All', on: 'On', off: 'Off' } satisfies Record<Shown, string>;

/** Every tool with its switch, whether the choices above take it or not. */
export function ToolSwitches({ form: { choice }, change, errorOf, tools: { result: all, apis } }: ToolFormProps) {
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [addedTags, setAddedTags] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  useOneStop(list);
  // What rows work with, so that they need not be drawn anew when another is switched.
  const latest = useRef(choice);
  latest.current = choice;
  const turn = useCallback(
    (names: ReadonlySet<string>, on: boolean): void => {
      const before = latest.current;
      const next = switchTools(before, all, { names, on });
      latest.current = next;
      setAddedTags([...next.tags].filter((tag) => !before.tags.has(tag)));
      change({ choice: next });
    },
    [all, change],
  );
  const turnOne = useCallback((name: string, on: boolean) => turn(new Set([name]), on), [turn]);

  const found = findTools(all, text);
  const on = found.filter((tool) => isOn(choice, tool));
  const off = found.filter((tool) => !isOn(choice, tool));
  const rows = { all: found, on, off }[shown];
  const counts = { all: found.length, on: on.length, off: off.length };
  const turnShown = (isNowOn: boolean): void => turn(new Set(rows.map(({ name }) => name)), isNowOn);
  const single = choice.off.size + choice.added.size;
  const error = errorOf('config.tools');
  return (
    <section class="card stack" aria-labelledby="form-tools">
      <div class="row between">
        <h2 id="form-tools">Single tools</h2>
        {single > 0 && (
          <Button small onClick={() => change({ choice: { ...choice, off: new Set(), added: new Set() } })}>
            Undo {single === 1 ? '1 single switch' : `${single} single switches`}
          </Button>
        )}
      </div>
      <p class="hush">Each switch holds for its tool alone. What is off is not there for clients.</p>
      <SearchField label="Search tools" value={text} onInput={setText} />
      <div class="row between">
        <Choices
          legend="Show"
          isQuiet
          choices={SHOWN.map((value) => ({ value, name: NAMES[value], count: counts[value] }))}
          value={shown}
          onChoose={setShown}
        />
        <div class="row">
          <Button small disabled={rows.length === 0} onClick={() => turnShown(true)}>
            All shown on
          </Button>
          <Button small disabled={rows.length === 0} onClick={() => turnShown(false)}>
            All shown off
          </Button>
        </div>
      </div>
      <p class="unseen" role="status">
        {rows.length === 1 ? '1 tool is shown' : `${rows.length.toLocaleString()} tools are shown`}
      </p>
      <div role="status">
        {addedTags.length > 0 && (
          <p class="field-help">
            Chosen with it, since it needs that: {addedTags.map(sayTag).join(', ')}. What else has this tag stays off.
          </p>
        )}
      </div>
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {rows.length === 0 && <p class="hush">No tool is like that.</p>}
      <ul
        class="tool-list"
        ref={list}
        aria-label="Tools: arrow keys go from one to the next"
        hidden={rows.length === 0}
      >
        {byApi(rows, apis).flatMap(({ name, tools }) => [
          ...(apis.length > 1 ? [<ApiHead key={`of ${name}`} name={name} tools={tools} choice={choice} />] : []),
          ...tools.map((tool) => <ToolRow key={tool.name} tool={tool} isOn={isOn(choice, tool)} onSwitch={turnOne} />),
        ])}
      </ul>
    </section>
  );
}

interface OfApi {
  readonly name: string;
  readonly tools: readonly ToolSummary[];
}

/** Tools in the order of their APIs; those that have none are left out. */
function byApi(tools: readonly ToolSummary[], apis: ToolList['apis']): OfApi[] {
  return apis
    .map(({ id, name }) => ({ name, tools: tools.filter(({ api }) => api === id) }))
    .filter((one) => one.tools.length > 0);
}

/** Which API the tools are of that come next, and how many of them are on. */
function ApiHead({ name, tools, choice }: OfApi & { choice: ToolChoice }) {
  const on = tools.filter((tool) => isOn(choice, tool)).length;
  return (
    <li class="tool-api">
      <h3>{name}</h3>
      <span class="small hush num">
        {on.toLocaleString()} of {tools.length.toLocaleString()} on
      </span>
    </li>
  );
}
