import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** What stands where a list is empty: why, and what to do. */
export function Blank({ icon, title, children }: { icon: LucideIcon; title: string; children?: ComponentChildren }) {
  return (
    <div class="card blank">
      <Icon of={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
