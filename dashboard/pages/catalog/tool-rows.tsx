import { sentences } from '../../../runtime/discovery/tool-text.ts';
import type { ToolSummary } from '../../api/schema.d.ts';
import { useCatalogParts } from './catalog-parts.ts';
import { sayTokens } from './say-tokens.ts';
import { ToolMarks } from './tool-marks.tsx';

/** Tools as a list, a line or two each. */
export function ToolRows({ tools }: { tools: readonly ToolSummary[] }) {
  const { ToolLink } = useCatalogParts();
  return (
    <ul class="tool-rows">
      {tools.map((tool) => (
        <li class="tool-row" key={tool.name} data-tool={tool.name}>
          <div class="tool-words">
            <ToolLink name={tool.name} class="strong">
              {tool.title}
            </ToolLink>
            <code class="hush">{tool.name}</code>
            <p class="small">{sentences(tool.description)[0]}</p>
          </div>
          <ToolMarks tool={tool} />
          <p class="tool-cost small hush num">{sayTokens(tool.tokens)}</p>
        </li>
      ))}
    </ul>
  );
}
