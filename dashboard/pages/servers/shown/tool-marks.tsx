import type { ToolSummary } from '../../../api/schema.d.ts';

type MarkedTool = Pick<ToolSummary, 'access' | 'destructive' | 'personal_data'> & {
  readonly class: ToolSummary['class'] | null;
};

/** What to know of a tool at a glance: its class, whether it writes, destroys, or answers personal data. */
export function ToolMarks({
  tool: { class: kind, access, destructive, personal_data: isPersonal },
}: {
  tool: MarkedTool;
}) {
  return (
    <span class="row marks">
      {kind !== null && <span class="badge">{kind}</span>}
      {access === 'write' && !destructive && <span class="badge warn">writes</span>}
      {destructive && <span class="badge bad">destructive</span>}
      {isPersonal && <span class="badge accent">personal data</span>}
    </span>
  );
}
