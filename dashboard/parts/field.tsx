import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What an input of a field has to carry, so that its label, help and error belong to it. */
export interface FieldInput {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly error?: string | undefined;
  readonly children: (input: FieldInput) => ComponentChildren;
}

/** A labelled input with what helps to fill it in, and what is wrong with it. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const about = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': error === undefined ? undefined : true })}
      {help !== undefined && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
