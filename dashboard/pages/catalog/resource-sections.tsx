import type { ToolSummary } from '../../api/schema.d.ts';
import { resourcesOf, sayTag, sectionId } from './resources.ts';
import { ToolRows } from './tool-rows.tsx';

/** Tools by resource: a section each, which the address can name. */
export function ResourceSections({ tools }: { tools: readonly ToolSummary[] }) {
  return (
    <>
      {resourcesOf(tools).map((resource) => (
        <section
          class="card flush"
          key={resource.tag}
          aria-labelledby={sectionId(resource.tag)}
          data-resource={resource.tag}
        >
          <h2 id={sectionId(resource.tag)} class="section-head">
            {sayTag(resource.tag)} <span class="hush small num">{resource.tools.length}</span>
          </h2>
          <ToolRows tools={resource.tools} />
        </section>
      ))}
    </>
  );
}
