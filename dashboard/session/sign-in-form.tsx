import { useRef, useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import type { CurrentSession } from '../api/schema.d.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { ErrorNotice } from '../parts/notice.tsx';

/** Asks for an admin key. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: CurrentSession) => void }) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const send = async (): Promise<void> => {
    const key = input.current?.value.trim() ?? '';
    if (key === '') {
      input.current?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(await dataOf(api.POST('/session', { body: { key } })));
    } catch (failure) {
      setError(failure);
      setBusy(false);
      input.current?.focus();
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send();
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
