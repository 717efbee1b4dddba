import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'className'> {
  /** `main` is the one thing to do on a page, `danger` what cannot be undone. */
  readonly kind?: 'main' | 'danger' | 'plain';
  readonly small?: boolean;
  /** A button that shows an icon alone: give it a `label`. */
  readonly square?: boolean;
  readonly label?: string;
  /** Something goes on that was asked for: it cannot be asked for again. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

/** A button; one that does nothing but within a form says `type="submit"`. */
export function Button({ kind, small, square, label, busy = false, children, onClick, ...rest }: ButtonProps) {
  const names = ['button', kind, small && 'small', square && 'square'].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...rest}
      class={names}
      aria-label={label}
      title={label}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}
