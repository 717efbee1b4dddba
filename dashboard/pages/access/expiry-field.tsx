import { Choices } from '../../parts/choices.tsx';
import { type ChosenExpiry, expiries, expiryNames } from './expiry.ts';

interface ExpiryFieldProps {
  readonly value: ChosenExpiry;
  readonly error: string | undefined;
  readonly onChange: (value: ChosenExpiry) => void;
}

/** When something ends: one of the usual spans, or a date. */
export function ExpiryField({ value, error, onChange }: ExpiryFieldProps) {
  return (
    <Choices
      legend="Ends"
      choices={expiries.map((kind) => ({ value: kind, name: expiryNames[kind] }))}
      value={value.kind}
      onChoose={(kind) => onChange({ kind, date: value.date })}
      error={error}
      more={(field) =>
        value.kind === 'date' && (
          <input
            {...field}
            class="input"
            type="datetime-local"
            aria-label="The date and time at which it ends, in your own time zone"
            required
            value={value.date}
            onInput={({ currentTarget }) => onChange({ kind: 'date', date: currentTarget.value })}
          />
        )
      }
    />
  );
}
