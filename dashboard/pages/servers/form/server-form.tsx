import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../api/api-error.ts';
import type { ToolList } from '../../../api/schema.d.ts';
import { usePreview } from '../../../api/server-queries.ts';
import { useToolsOf } from '../../../api/tool-queries.ts';
import { Button } from '../../../parts/button.tsx';
import { ErrorNotice } from '../../../parts/notice.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useLater } from '../../../parts/use-later.ts';
import { AccessChoice } from './access-choice.tsx';
import { Behaviour } from './behaviour.tsx';
import { Ending } from './ending.tsx';
import { fieldOfError, isAboutField, sayRefusal } from './error-fields.ts';
import { ExpectedTools } from './expected-tools.tsx';
import { type ServerForm as Form, serverConfigOf } from './form-state.ts';
import { Identity } from './identity.tsx';
import { Preview, type PreviewProps, sayPreview } from './preview.tsx';
import { Reach } from './reach.tsx';
import { TagsChoice } from './tags-choice.tsx';
import { toolsOn } from './tool-choice.ts';
import { ToolSwitches } from './tool-switches.tsx';
import './form.css';

/** Sends what a form holds: `tools` are those of its accounts, `listed` those of its preview. */
export type SaveServer = (
  form: Form,
  made: { readonly tools: ToolList; readonly listed: readonly string[] | undefined },
) => Promise<void>;

interface ServerFormProps {
  readonly accountId: string;
  readonly first: Form;
  /** Those of the accounts that it begins with. */
  readonly tools: ToolList;
  /** What its button says. */
  readonly action: string;
  readonly save: SaveServer;
}

/** A server to create or to change, beside a preview of what it will show. */
export function ServerForm({ accountId, first, tools: firstTools, action, save }: ServerFormProps) {
  const [form, setForm] = useState(first);
  const { data: tools = firstTools } = useToolsOf(form.accounts);
  const element = useRef<HTMLFormElement>(null);
  const isEmpty = toolsOn(form.choice, tools.result).length === 0;
  const wanted = JSON.stringify({ config: serverConfigOf(form, tools.result), accounts: form.accounts });
  const later = useLater(wanted, 150);
  const preview = usePreview(accountId, isEmpty ? undefined : JSON.parse(later));
  const isOld = wanted !== later || preview.isPlaceholderData;
  const { go, isBusy, error, forgetError } = useAction(() =>
    save(form, { tools, listed: isOld ? undefined : preview.data?.tools.map(({ name }) => name) }),
  );
  const change = useCallback(
    (part: Partial<Form>) => {
      setForm((before) => ({ ...before, ...part }));
      // What was refused may be right now.
      forgetError();
    },
    [forgetError],
  );

  useEffect(() => {
    if (error === undefined) return;
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.focus();
  }, [error]);

  // What the preview was refused for would be refused of the server too.
  const refusals = [error, preview.error].filter((one) => one instanceof ApiError);
  const errorOf = (field: string): string | undefined => {
    const refusal = refusals.find((one) => isAboutField(one, field));
    return refusal && sayRefusal(refusal);
  };
  const props = { form, change, errorOf };
  const isAtField = fieldOfError(error) !== undefined;
  return (
    <form
      class="server-form"
      ref={element}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div class="stack loose fields">
        <Identity {...props} accountId={accountId} />
        <AccessChoice {...props} tools={tools} />
        <TagsChoice {...props} tools={tools} />
        <ToolSwitches {...props} tools={tools} />
        <Behaviour {...props} />
        <ExpectedTools {...props} digest={isOld ? undefined : preview.data?.catalog.digest} />
        <Ending {...props} />
        <Reach {...props} />
      </div>
      <Preview preview={preview.data} error={preview.error} isOld={isOld} isEmpty={isEmpty} />
      <div class="card form-foot">
        <ErrorNotice error={isAtField ? undefined : error} />
        <div class="row between">
          <p class="hush num">{sayFoot({ preview: preview.data, error: preview.error, isEmpty })}</p>
          <Button kind="main" type="submit" busy={isBusy}>
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What stands beside the button: what would be made by it. */
function sayFoot({ preview, error, isEmpty }: Pick<PreviewProps, 'preview' | 'error' | 'isEmpty'>): string {
  if (isEmpty) return 'No tool is on';
  if (error != null) return 'Something is not right yet';
  return preview === undefined ? '' : sayPreview(preview);
}
