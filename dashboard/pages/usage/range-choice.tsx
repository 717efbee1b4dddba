import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import type { Changes } from '../../parts/href-with.ts';
import { TextField } from '../../parts/text-field.tsx';
import { presets, rangeProblem, ranges, type UsageRange } from './usage-range.ts';

interface RangeChoiceProps {
  readonly range: UsageRange;
  /** What the gateway does not answer of it. */
  readonly refused: string | undefined;
  readonly onChange: (changes: Changes) => void;
}

const CHOICES = [
  ...presets.map((value) => ({ value, name: ranges[value].name })),
  { value: 'own', name: 'Own time' } as const,
];

/** Chooses the time that is shown. */
export function RangeChoice({ range, refused, onChange }: RangeChoiceProps) {
  const [isOwn, setOwn] = useState(range.preset === 'own');
  return (
    <div class="stack tight">
      <Choices
        legend="Time"
        choices={CHOICES}
        value={isOwn ? 'own' : range.preset}
        onChoose={(chosen) => {
          setOwn(chosen === 'own');
          if (chosen !== 'own') onChange({ span: chosen, from: undefined, to: undefined });
        }}
      />
      {isOwn && <OwnRange range={range} refused={refused} onChange={onChange} />}
    </div>
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
      <TextField
        label="First day"
        error={errorAt('from') ?? refused}
        type="date"
        max={today}
        value={from}
        onValue={setFrom}
      />
      <TextField label="Last day" error={errorAt('to')} type="date" max={today} value={to} onValue={setTo} />
      <Button type="submit">Show</Button>
      <p class="field-help">Days of UTC. Up to three days of the last month are shown by the hour.</p>
    </form>
  );
}
