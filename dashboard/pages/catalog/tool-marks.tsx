import { Trash2, UserRound } from 'lucide-preact';
import type { ToolSummary } from '../../api/schema.d.ts';
import { Icon } from '../../parts/icon.tsx';

type Marked = Pick<ToolSummary, 'class' | 'access' | 'destructive' | 'personal_data'>;

/** What a tool does and may show, as badges: each says it in a word. */
export function ToolMarks({ tool }: { tool: Marked }) {
  const isRead = tool.access === 'read';
  return (
    <div class="tool-marks">
      <span class={isRead ? 'badge' : 'badge accent'} title={isRead ? 'It changes nothing.' : 'It changes something.'}>
        {tool.class}
      </span>
      {tool.destructive && (
        <span class="badge bad" title="It removes something, or cannot be undone.">
          <Icon of={Trash2} />
          destructive
        </span>
      )}
      {tool.personal_data && (
        <span class="badge" title="A customer's data may stand in what it answers.">
          <Icon of={UserRound} />
          personal data
        </span>
      )}
    </div>
  );
}
