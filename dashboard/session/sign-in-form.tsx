import { useRef } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import type { CurrentSession } from '../api/schema.d.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { ErrorNotice } from '../parts/notice.tsx';
import { useAction } from '../parts/use-action.ts';

/** Asks for an admin key. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: CurrentSession) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { go, isBusy, error } = useAction(async () => {
    const key = input.current?.value.trim() ?? '';
    if (key === '') {
      input.current?.focus();
      return;
    }
    try {
      onSignedIn(await dataOf(api.POST('/session', { body: { key } })));
    } catch (failure) {
      input.current?.focus();
      throw failure;
    }
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Field
        label="Admin key"
        help="It begins with imcp_adm_ and was printed when the gateway started first, or made under Access."
      >
        {(field) => (
          <input {...field} ref={input} class="input mono" type="password" autocomplete="current-password" required />
        )}
      </Field>
      <ErrorNotice error={error} />
      <Button kind="main" type="submit" busy={isBusy}>
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}
