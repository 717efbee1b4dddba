import type { ToolList } from '../../../api/schema.d.ts';
import { type Choice, Choices } from '../../../parts/choices.tsx';
import { Checks } from './checks.tsx';
import type { ToolFormProps } from './form-props.ts';
import { ACCESSES, type Access } from './tool-choice.ts';

const WORDS = {
  read: { name: 'Read only', about: 'It looks things up, and changes nothing.' },
  write: { name: 'Read and write', about: 'Everything: it creates, changes, sends and deletes as well.' },
  custom: { name: 'Custom', about: 'The classes of tools that are chosen here.' },
} satisfies Record<Access, { name: string; about: string }>;

/** Words that a stored configuration may have beside classes. */
const WIDE: Readonly<Record<string, string>> = {
  read: 'all that read',
  write: 'all that write',
  destructive: 'all that are destructive',
};

/** What a server may do at all. */
export function AccessChoice({ form: { choice }, change, errorOf, tools }: ToolFormProps) {
  const counts = countsOf(tools);
  const choices: Choice<Access>[] = ACCESSES.map((value) => ({
    value,
    ...WORDS[value],
    ...(value !== 'custom' && { count: counts[value] }),
  }));
  const classes: ReadonlySet<string> = new Set(tools.classes.map(({ name }) => name));
  // Also what no tool is called any more, so that it can be taken away.
  const other = [...choice.words].filter((word) => !classes.has(word));
  const wide = other.map((word) => ({ value: word, name: WIDE[word] ?? `${word} (there is no such tool)` }));
  return (
    <section class="card stack" aria-labelledby="form-access">
      <h2 id="form-access">What it may do</h2>
      <Choices
        legend="Methods"
        choices={choices}
        value={choice.access}
        onChoose={(access) => change({ choice: { ...choice, access } })}
        error={errorOf('config.methods')}
      />
      {choice.access === 'custom' && (
        <fieldset class="field">
          <legend class="field-label">Classes</legend>
          <Checks
            checks={[...tools.classes.map(({ name, tools: count }) => ({ value: name, name, tools: count })), ...wide]}
            chosen={choice.words}
            onChoose={(words) => change({ choice: { ...choice, words } })}
          />
        </fieldset>
      )}
    </section>
  );
}

function countsOf({ result }: ToolList): { read: number; write: number } {
  return { read: result.filter(({ access }) => access === 'read').length, write: result.length };
}
