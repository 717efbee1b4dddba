/** Something that can be chosen beside others. */
export interface Check {
  readonly value: string;
  readonly name: string;
  /** How many tools it stands for. */
  readonly tools?: number;
}

interface ChecksProps {
  readonly checks: readonly Check[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Checkboxes in columns, with counts. */
export function Checks({ checks, chosen, onChoose }: ChecksProps) {
  const toggle = (value: string, isChosen: boolean): void => {
    onChoose(new Set(isChosen ? [...chosen, value] : [...chosen].filter((other) => other !== value)));
  };
  return (
    <div class="checks">
      {checks.map(({ value, name, tools }) => (
        <label class="check" key={value}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
          />
          <span class="anywhere">
            {name} {tools !== undefined && <span class="count">{tools.toLocaleString()}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
