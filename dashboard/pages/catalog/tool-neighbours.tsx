import { ArrowLeft, ArrowRight } from 'lucide-preact';
import type { ToolSummary } from '../../api/schema.d.ts';
import { Icon } from '../../parts/icon.tsx';
import { useCatalogParts } from './catalog-parts.ts';
import { neighboursOf } from './resources.ts';

/** Leads to the tools before and behind one. */
export function ToolNeighbours({ name, tools }: { name: string; tools: readonly ToolSummary[] }) {
  const { ToolLink } = useCatalogParts();
  const { before, behind } = neighboursOf(name, tools);
  if (before === undefined && behind === undefined) return null;
  return (
    <nav class="neighbours" aria-label="Other tools">
      {before && (
        <ToolLink name={before.name} class="button">
          <Icon of={ArrowLeft} />
          <span>
            <span class="unseen">Previous: </span>
            {before.title}
          </span>
        </ToolLink>
      )}
      {behind && (
        <ToolLink name={behind.name} class="button behind">
          <span>
            <span class="unseen">Next: </span>
            {behind.title}
          </span>
          <Icon of={ArrowRight} />
        </ToolLink>
      )}
    </nav>
  );
}
