import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Switch } from '../../../parts/switch.tsx';
import { expectationOf } from './expectation.ts';
import type { FormProps } from './form-props.ts';

interface ExpectedToolsProps extends FormProps {
  /** The digest of the tools that the form chooses; undefined as long as it is not known. */
  readonly digest: string | undefined;
}

/** Whether the server answers with other tools than those of now, and whether it does already. */
export function ExpectedTools({ form: { expected }, change, errorOf, digest }: ExpectedToolsProps) {
  const expectation = expectationOf(expected, digest);
  const isPinned = expectation !== 'any';
  const isOther = expectation === 'other';
  const error = errorOf('config.expected_catalog');
  return (
    <section class="card stack" aria-labelledby="form-expected">
      <h2 id="form-expected">When tools change</h2>
      <div class="field">
        <div class="row">
          <Switch
            id="expected-tools"
            checked={isPinned}
            disabled={!isPinned && digest === undefined}
            aria-describedby="form-expected-help"
            aria-invalid={isOther || error !== undefined ? true : undefined}
            onSwitch={(on) => change({ expected: on ? (digest ?? '') : '' })}
          />
          <label for="expected-tools" class="strong">
            Keep the tools as they are
          </label>
        </div>
        <p class="field-help" id="form-expected-help">
          {isPinned
            ? 'Where an update of the gateway changes a word of what a model is told, requests are refused until somebody accepts that here.'
            : 'Off: an update of the gateway may change what a model is told of these tools.'}
        </p>
        {error !== undefined && <p class="field-error">{error}</p>}
      </div>
      {isOther && (
        <Notice kind="warn">
          <p>The tools are not the ones that this server expects. Look at what changed before you accept them.</p>
          <div>
            <Button small onClick={() => change({ expected: digest ?? '' })}>
              Accept the tools of now
            </Button>
          </div>
        </Notice>
      )}
    </section>
  );
}
