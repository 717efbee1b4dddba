import type { InputHTMLAttributes } from 'preact';

interface SwitchProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'class' | 'type' | 'role' | 'onChange'> {
  readonly checked: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Something that is on or off; give it a label. */
export function Switch({ checked, onSwitch, ...rest }: SwitchProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      class="switch"
      onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
    />
  );
}
