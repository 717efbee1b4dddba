import { type Choice, Choices } from '../../../parts/choices.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import type { FormProps } from './form-props.ts';
import type { ServerForm } from './form-state.ts';

type Mode = ServerForm['mode'];

const MODES = ['list', 'discovery', 'code'] as const;

const MODE_WORDS = {
  list: {
    name: 'As a full list',
    about: 'Clients list every tool. A model pays the tokens of all of them in each conversation.',
  },
  discovery: {
    name: 'By discovery',
    about: 'Clients list four tools, which find and call the others: far fewer tokens, a step more before a call.',
  },
  code: {
    name: 'By programs',
    about: 'Clients list three tools: a model writes a program that calls the others, and reads what it returns.',
  },
} satisfies Record<Mode, Omit<Choice<Mode>, 'value'>>;

const CONFIRMS = ['never', 'destructive', 'write'] as const;

const CONFIRM_WORDS = {
  never: { name: 'Never', about: 'Most clients ask their users themselves before a tool is called.' },
  destructive: {
    name: 'Before destructive calls',
    about: 'A person agrees before something is removed or cannot be undone.',
  },
  write: { name: 'Before every write', about: 'A person agrees before anything is changed, a reply too.' },
} satisfies Record<ServerForm['confirm'], Omit<Choice<ServerForm['confirm']>, 'value'>>;

/** How clients get at the tools, and what is asked before a call. */
export function Behaviour({ form, change, errorOf }: FormProps) {
  return (
    <section class="card stack" aria-labelledby="form-behaviour">
      <h2 id="form-behaviour">How it behaves</h2>
      <Choices
        legend="Tools are offered"
        choices={MODES.map((value) => ({ value, ...MODE_WORDS[value] }))}
        value={form.mode}
        onChoose={(mode) => change({ mode })}
        error={errorOf('config.mode')}
      />
      {form.mode === 'code' && (
        <TextField
          label="Calls of one program"
          help="A program that wants more is stopped. 100 unless said otherwise."
          error={errorOf('config.code_calls')}
          look="short"
          type="number"
          min={1}
          max={1000}
          value={form.codeCalls}
          onValue={(codeCalls) => change({ codeCalls })}
        />
      )}
      <Choices
        legend="Ask for consent"
        choices={CONFIRMS.map((value) => ({ value, ...CONFIRM_WORDS[value] }))}
        value={form.confirm}
        onChoose={(confirm) => change({ confirm })}
        error={errorOf('config.confirm')}
      />
      <TextField
        label="Prefix"
        help="Stands before the name of every tool, such as acme_, for clients that mix the tools of several servers."
        error={errorOf('config.prefix')}
        look="mono short"
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        value={form.prefix}
        onValue={(prefix) => change({ prefix })}
      />
    </section>
  );
}
