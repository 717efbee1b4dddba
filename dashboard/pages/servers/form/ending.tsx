import { type Choice, Choices } from '../../../parts/choices.tsx';
import { Field } from '../../../parts/field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { Time } from '../../../parts/time.tsx';
import type { FormProps } from './form-props.ts';
import { EXPIRIES, type Expiry, endOf, IDLE_UNITS, type IdleUnit, localTime, type ServerForm } from './form-state.ts';

const NAMES = {
  hour: 'In 1 hour',
  day: 'In 24 hours',
  week: 'In 7 days',
  date: 'At a date',
  never: 'Never',
} satisfies Record<Expiry, string>;

const UNITS = Object.keys(IDLE_UNITS) as IdleUnit[];

/** When the server ends by itself. */
export function Ending({ form, change, errorOf }: FormProps) {
  const choices: Choice<Expiry>[] = EXPIRIES.map((value) => ({
    value,
    name: NAMES[value],
    about: <End form={form} />,
  }));
  const error = errorOf('expires_at');
  return (
    <section class="card stack" aria-labelledby="form-ending">
      <h2 id="form-ending">When it ends</h2>
      <Choices
        legend="Expires"
        choices={choices}
        value={form.expiry}
        onChoose={(expiry) => change({ expiry, ...(expiry === 'date' && form.date === '' && { date: nextWeek() }) })}
        error={form.expiry === 'date' ? undefined : error}
      />
      {form.expiry === 'date' && (
        <TextField
          label="Date and time"
          help="In your time zone."
          error={error}
          look="short"
          type="datetime-local"
          required
          value={form.date}
          onValue={(date) => change({ date })}
        />
      )}
      <Field
        label="Idle time-out"
        help="It ends as well when nobody has asked it for so long; empty for never."
        error={errorOf('idle_timeout_seconds')}
      >
        {(field) => (
          <div class="row">
            <input
              {...field}
              class="input number"
              type="number"
              min="1"
              step="any"
              value={form.idle}
              onInput={({ currentTarget }) => change({ idle: currentTarget.value })}
            />
            <select
              class="input unit"
              aria-label="Unit of the idle time-out"
              value={form.idleUnit}
              onChange={({ currentTarget }) =>
                change({ idleUnit: UNITS.find((unit) => unit === currentTarget.value) ?? 'days' })
              }
            >
              {UNITS.map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </select>
          </div>
        )}
      </Field>
    </section>
  );
}

function nextWeek(): string {
  return localTime(new Date(Date.now() + 7 * 86_400_000));
}

/** The exact moment at which it would end. */
function End({ form }: { form: ServerForm }) {
  const end = endOf(form, new Date());
  if (end === null) return <>It stays until somebody revokes it.</>;
  if (end === undefined) return <>Choose a date.</>;
  const at = end.toISOString();
  return (
    <>
      Ends <Time at={at} moment /> (<Time at={at} />){form.expiry !== 'date' && ', counted from when it is saved'}.
    </>
  );
}
