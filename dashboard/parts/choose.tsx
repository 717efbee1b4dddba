import { Field, type FieldProps } from './field.tsx';

interface ChooseProps extends Omit<FieldProps, 'children'> {
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** A labelled list of which one is chosen. */
export function Choose({ choices, value, onChoose, ...field }: ChooseProps) {
  return (
    <Field {...field}>
      {(input) => (
        <select {...input} class="input" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
