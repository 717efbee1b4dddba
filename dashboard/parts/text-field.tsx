import type { InputHTMLAttributes } from 'preact';
import { Field, type FieldProps } from './field.tsx';

interface TextFieldProps
  extends Omit<FieldProps, 'children'>,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'class' | 'className' | 'label' | 'value' | 'onInput'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** How it looks beside other fields: `mono` for what is no prose, `short`. */
  readonly look?: string;
}

/** A labelled line of text, or of what an input's `type` says. */
export function TextField({ label, help, error, value, onValue, look = '', ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(field) => (
        <input
          {...input}
          {...field}
          class={`input ${look}`.trim()}
          value={value}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      )}
    </Field>
  );
}
