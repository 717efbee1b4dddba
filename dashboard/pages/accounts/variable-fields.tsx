import type { HostedApi } from '../../api/schema.d.ts';
import { Choose } from '../../parts/choose.tsx';
import { TextField } from '../../parts/text-field.tsx';

interface VariableFieldsProps {
  readonly variables: HostedApi['variables'];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
  readonly error: string | undefined;
}

/** What an account's address has of its own. */
export function VariableFields({ variables, values, onChange, error }: VariableFieldsProps) {
  return (
    <>
      {variables.map(({ name, description, default: usual, values: all }, place) => {
        const field = {
          label: `${name} of the address`,
          help: description,
          error: place === 0 ? error : undefined,
        };
        const take = (value: string): void => onChange({ ...values, [name]: value });
        return all === undefined ? (
          <TextField
            {...field}
            key={name}
            look="mono"
            required={usual === undefined}
            placeholder={usual ?? ''}
            value={values[name] ?? ''}
            onValue={take}
          />
        ) : (
          <Choose
            {...field}
            key={name}
            choices={all.map((value) => ({ value, name: value }))}
            value={values[name] ?? usual ?? all[0] ?? ''}
            onChoose={take}
          />
        );
      })}
    </>
  );
}

/** Those that were filled in: the others are as they usually are. */
export function variablesOf(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
}
