import { useId } from 'preact/hooks';
import { type ChosenExpiry, expiries, expiryNames } from './expiry.ts';

interface ExpiryFieldProps {
  readonly value: ChosenExpiry;
  readonly error: string | undefined;
  readonly onChange: (value: ChosenExpiry) => void;
}

/** When something ends: one of the usual spans, or a date. */
export function ExpiryField({ value, error, onChange }: ExpiryFieldProps) {
  const id = useId();
  const about = error === undefined ? undefined : `${id}-error`;
  return (
    <fieldset class="field" aria-describedby={about}>
      <legend class="field-label">Ends</legend>
      <div class="choices">
        {expiries.map((kind) => (
          <label class="choice" key={kind}>
            <input
              type="radio"
              name={id}
              checked={value.kind === kind}
              onChange={() => onChange({ kind, date: value.date })}
            />
            {expiryNames[kind]}
          </label>
        ))}
      </div>
      {value.kind === 'date' && (
        <input
          class="input"
          type="datetime-local"
          aria-label="The date and time at which it ends, in your own time zone"
          required
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={about}
          value={value.date}
          onInput={({ currentTarget }) => onChange({ kind: 'date', date: currentTarget.value })}
        />
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
