import type { ExposedTool } from '../../../api/schema.d.ts';
import { ToolMarks } from './tool-marks.tsx';

/** Tools as clients see them. */
export function ExposedList({ tools, label }: { tools: readonly ExposedTool[]; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there
    <section class="exposed" tabIndex={0} aria-label={label}>
      <ul>
        {tools.map((tool) => (
          <li key={tool.name}>
            <div class="exposed-head">
              <span class="strong">{tool.title}</span>
              <span class="small hush num nowrap">{tool.tokens.toLocaleString()} tokens</span>
            </div>
            <span class="mono hush anywhere">{tool.name}</span>
            <ToolMarks tool={tool} />
          </li>
        ))}
      </ul>
    </section>
  );
}
