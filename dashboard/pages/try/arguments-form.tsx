import { useState } from 'preact/hooks';
import type { ToolArgument } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Field, type FieldInput } from '../../parts/field.tsx';
import { type Arguments, type InputKind, inputKind, ownArguments, typedValue, withArgument } from './try-arguments.ts';

interface ArgumentsFormProps {
  readonly facts: readonly ToolArgument[];
  readonly value: Arguments;
  readonly onChange: (value: Arguments) => void;
  /** Leads to where arguments are written as JSON. */
  readonly onJson: () => void;
}

/** Arguments that are shown before all are asked for. */
const FEW = 6;

/** The arguments of a tool as fields; those that hold others are written as JSON. */
export function ArgumentsForm({ facts, value, onChange, onJson }: ArgumentsFormProps) {
  const own = ownArguments(facts);
  const fields = own.map((one) => ({ ...one, kind: inputKind(one) })).filter(({ kind }) => kind !== 'json');
  const others = own.filter((one) => inputKind(one) === 'json');
  const [isWhole, setWhole] = useState(false);
  // What has to be given, and what is, are always seen.
  const first = fields.filter(({ name, required }, index) => required || name in value || index < FEW);
  const shown = isWhole ? fields : first;
  return (
    <div class="stack">
      {own.length === 0 && <p class="hush">This tool takes no arguments.</p>}
      <div class="arguments">
        {shown.map(({ name, kind, required, description, values = [] }) => (
          <Field key={name} label={required ? `${name} (required)` : name} help={description}>
            {(field) => (
              <ArgumentInput
                {...{ field, kind, values }}
                value={value[name]}
                onChange={(next) => onChange(withArgument(value, name, next))}
              />
            )}
          </Field>
        ))}
      </div>
      {fields.length > first.length && (
        <div class="row">
          <Button small aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show ${fields.length - first.length} more`}
          </Button>
        </div>
      )}
      {others.length > 0 && <JsonArguments facts={others} value={value} onJson={onJson} />}
    </div>
  );
}

/** Lists and objects, as they are now. */
function JsonArguments({ facts, value, onJson }: Omit<ArgumentsFormProps, 'onChange'>) {
  return (
    <div class="stack tight">
      <div class="row">
        <p class="field-label">Lists and objects</p>
        <Button small onClick={onJson}>
          Edit as JSON
        </Button>
      </div>
      <ul class="json-arguments">
        {facts.map(({ name, required }) => (
          <li key={name}>
            <code class="strong">{name}</code>
            {required && ' (required)'}{' '}
            <code class="hush">{name in value ? JSON.stringify(value[name]) : 'not given'}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ArgumentInputProps {
  readonly field: FieldInput;
  readonly kind: InputKind;
  readonly values: readonly unknown[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function ArgumentInput({ field, kind, values, value, onChange }: ArgumentInputProps) {
  const options = kind === 'flag' ? [true, false] : values;
  const shown = value === undefined || value === null ? '' : String(value);
  if (kind === 'choice' || kind === 'flag')
    return (
      <select
        {...field}
        class="input"
        value={shown}
        onChange={({ currentTarget }) => onChange(typedValue(kind, currentTarget.value, values))}
      >
        <option value="">not given</option>
        {options.map((option) => (
          <option key={String(option)} value={String(option)}>
            {String(option)}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...field}
      class="input"
      type="text"
      inputMode={kind === 'number' ? 'numeric' : undefined}
      spellcheck={false}
      autocomplete="off"
      // What is typed is not put in order under one's hands: `1.0` on the way to `1.05`.
      defaultValue={typeof value === 'object' ? JSON.stringify(value) : shown}
      onInput={({ currentTarget }) => onChange(typedValue(kind, currentTarget.value))}
    />
  );
}
