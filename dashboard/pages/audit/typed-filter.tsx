import { useEffect, useId, useState } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';

interface TypedFilterProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error: string | undefined;
  readonly type?: 'text' | 'datetime-local';
  /** Values that are suggested; others can be typed. */
  readonly known?: readonly string[] | undefined;
  /** What holds. */
  readonly value: string;
  readonly onTake: (value: string) => void;
}

/** A filter that is typed: it holds once it is left, Return is pressed, or a suggestion is chosen, and the focus stays. */
export function TypedFilter({ label, help, error, type = 'text', known = [], value, onTake }: TypedFilterProps) {
  const list = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const take = (typed: string): void => {
    if (typed !== value) onTake(typed);
  };
  return (
    <Field label={label} error={error} {...(help !== undefined && { help })}>
      {(field) => (
        <>
          <input
            {...field}
            {...(type === 'text' && { maxLength: 200, placeholder: 'Any', spellcheck: false, autocomplete: 'off' })}
            {...(known.length > 0 && { list })}
            class="input"
            type={type}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              if (known.includes(currentTarget.value)) take(currentTarget.value);
            }}
            onBlur={() => take(text)}
            onKeyDown={({ key }) => key === 'Enter' && take(text)}
          />
          {known.length > 0 && (
            <datalist id={list}>
              {known.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
