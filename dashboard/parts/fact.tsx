import type { ComponentChildren } from 'preact';

/** One fact of a list of them (`dl`), by its name. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
