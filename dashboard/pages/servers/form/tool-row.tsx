import { memo } from 'preact/compat';
import type { ToolSummary } from '../../../api/schema.d.ts';
import { Switch } from '../../../parts/switch.tsx';
import { ToolMarks } from '../shown/tool-marks.tsx';

interface ToolRowProps {
  readonly tool: ToolSummary;
  readonly isOn: boolean;
  readonly onSwitch: (name: string, on: boolean) => void;
}

/** One tool with its switch: drawn anew when that is turned, and not when another is. */
export const ToolRow = memo(Row);

function Row({ tool, isOn, onSwitch }: ToolRowProps) {
  const { name, title, description, tokens } = tool;
  return (
    <li class={isOn ? 'tool-row' : 'tool-row off'}>
      <Switch
        id={`tool-${name}`}
        aria-describedby={`about-${name}`}
        tabIndex={-1}
        checked={isOn}
        onSwitch={(on) => onSwitch(name, on)}
      />
      <div class="grow">
        <label for={`tool-${name}`} class="strong">
          {title}
        </label>{' '}
        <span class="mono hush anywhere">{name}</span>
        <p class="small hush tool-about" id={`about-${name}`}>
          {description}
        </p>
        <ToolMarks tool={tool} />
      </div>
      <span class="small hush num nowrap">{tokens.toLocaleString()} tokens</span>
    </li>
  );
}
