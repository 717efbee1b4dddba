import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import type { Changes } from '../../parts/href-with.ts';
import { presets, rangeProblem, ranges, type UsageRange } from './usage-range.ts';

interface RangeChoiceProps {
  readonly range: UsageRange;
  /** What the gateway does not answer of it. */
  readonly refused: string | undefined;
  readonly onChange: (changes: Changes) => void;
}

/** Chooses the time that is shown. */
export function RangeChoice({ range, refused, onChange }: RangeChoiceProps) {
  const [isOwn, setOwn] = useState(range.preset === 'own');
  return (
    <fieldset class="stack tight">
      <legend class="field-label">Time</legend>
      <div class="choices">
        {presets.map((preset) => (
          <label class="choice" key={preset}>
            <input
              type="radio"
              name="span"
              checked={!isOwn && range.preset === preset}
              onChange={() => {
                setOwn(false);
                onChange({ span: preset, from: undefined, to: undefined });
              }}
            />
            {ranges[preset].name}
          </label>
        ))}
        <label class="choice">
          <input type="radio" name="span" checked={isOwn} onChange={() => setOwn(true)} />
          Own time
        </label>
      </div>
      {isOwn && <OwnRange range={range} refused={refused} onChange={onChange} />}
    </fieldset>
  );
}

function OwnRange({ range, refused, onChange }: RangeChoiceProps) {
  const today = new Date().toISOString().slice(0, 10);
  const [from, setFrom] = useState(range.preset === 'own' ? range.from : '');
  const [to, setTo] = useState(range.preset === 'own' ? range.to : today);
  const [wasSent, setSent] = useState(range.preset === 'own');
  const chosen = range.preset === 'own' ? range : undefined;
  useEffect(() => {
    // Somebody went back.
    if (chosen === undefined) return;
    setFrom(chosen.from);
    setTo(chosen.to);
  }, [chosen?.from, chosen?.to]);
  const problem = rangeProblem({ preset: 'own', from, to });
  const errorAt = (field: 'from' | 'to'): string | undefined =>
    wasSent && problem?.field === field ? problem.message : undefined;
  return (
    <form
      class="row own-range"
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (problem === undefined) onChange({ span: 'own', from, to });
      }}
    >
      <Field label="First day" error={errorAt('from') ?? refused}>
        {(field) => (
          <input
            {...field}
            class="input"
            type="date"
            max={today}
            value={from}
            onInput={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Last day" error={errorAt('to')}>
        {(field) => (
          <input
            {...field}
            class="input"
            type="date"
            max={today}
            value={to}
            onInput={({ currentTarget }) => setTo(currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
      <p class="field-help">Days of UTC. Up to three days of the last month are shown by the hour.</p>
    </form>
  );
}
