import type { McpServerPreview } from '../../../api/schema.d.ts';
import { Bones } from '../../../parts/loaded.tsx';
import { ErrorNotice } from '../../../parts/notice.tsx';
import { PreviewContent } from '../shown/preview-content.tsx';
import { fieldOfError } from './error-fields.ts';

/** What a preview is made of. */
export interface PreviewProps {
  readonly preview: McpServerPreview | undefined;
  readonly error: unknown;
  /** Whether what is shown was answered for an earlier choice. */
  readonly isOld: boolean;
  /** Whether every tool is off. */
  readonly isEmpty: boolean;
}

/** What the server of a form will show. */
export function Preview({ preview, error, isOld, isEmpty }: PreviewProps) {
  const isAtField = fieldOfError(error) !== undefined;
  return (
    <section class="card stack preview" aria-labelledby="form-preview" aria-busy={isOld}>
      <h2 id="form-preview">Preview</h2>
      <p class="hush small">Exactly what clients will list.</p>
      <p class="unseen" role="status">
        {isEmpty ? 'No tool is on.' : preview !== undefined && !isOld && sayPreview(preview)}
      </p>
      {isEmpty ? (
        <p class="strong">No tool is on: switch one on.</p>
      ) : (
        <>
          <ErrorNotice error={isAtField ? undefined : error} />
          {isAtField && <p>There is a preview once what is marked in the form is right.</p>}
          {error == null && (preview === undefined ? <Bones lines={5} /> : <PreviewContent preview={preview} />)}
        </>
      )}
    </section>
  );
}

/** The figures of a preview, as they are said when it changes. */
export function sayPreview({ tools, tokens }: McpServerPreview): string {
  const count = tools.length === 1 ? '1 tool' : `${tools.length.toLocaleString()} tools`;
  return `${count}, ${tokens.toLocaleString()} tokens`;
}
