import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldInput } from './field.tsx';

/** One of several choices. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** How many tools it stands for. */
  readonly count?: number;
  /** What it means; that of the chosen one is shown. */
  readonly about?: ComponentChildren;
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly error?: string | undefined;
  /** What an answer asks for further: it is about the same question, and as wrong. */
  readonly more?: (field: Pick<FieldInput, 'aria-describedby' | 'aria-invalid'>) => ComponentChildren;
  /** Whether its question is for screen readers alone, since what is around says it. */
  readonly isQuiet?: boolean;
}

/** A question with a few answers, of which one holds. */
export function Choices<Value extends string>({
  legend,
  choices,
  value,
  onChoose,
  error,
  more,
  isQuiet = false,
}: ChoicesProps<Value>) {
  const id = useId();
  const about = choices.find((choice) => choice.value === value)?.about;
  const isWrong = error !== undefined;
  const described = isWrong ? `${id}-error` : undefined;
  return (
    <fieldset class="field" aria-describedby={described}>
      <legend class={isQuiet ? 'unseen' : 'field-label'}>{legend}</legend>
      <div class="choices">
        {choices.map((choice) => (
          <label class="choice" key={choice.value}>
            <input
              type="radio"
              name={id}
              checked={choice.value === value}
              aria-invalid={isWrong || undefined}
              onChange={() => onChoose(choice.value)}
            />
            {choice.name}
            {choice.count !== undefined && <span class="count">{choice.count.toLocaleString()}</span>}
          </label>
        ))}
      </div>
      {more?.({ 'aria-describedby': described, 'aria-invalid': isWrong || undefined })}
      {about !== undefined && <p class="field-help">{about}</p>}
      {isWrong && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
