import { useQueryClient } from '@tanstack/preact-query';
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { api, dataOf } from '../api/client.ts';
import type { CurrentSession } from '../api/schema.d.ts';
import { keepCsrfToken, onSessionEnded } from '../api/session-state.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/notice.tsx';
import { takeCode } from './sign-in-code.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Who is signed in, and what that allows. */
interface SignedIn extends CurrentSession {
  /** Whether it may change something at all. */
  readonly mayChange: boolean;
  readonly signOut: () => Promise<void>;
}

const Signed = createContext<SignedIn | undefined>(undefined);

/** Who is signed in; within {@link SessionGate} there always is somebody. */
export function useSession(): SignedIn {
  const session = useContext(Signed);
  if (session === undefined) throw new Error('useSession outside of SessionGate');
  return session;
}

/** Other tabs of this browser have the same cookie: they learn here that it changed. */
const tabs = new BroadcastChannel('session');

/** Shows the sign-in until somebody is signed in, and then the app; a session that ends leaves the page as it is, behind a dialog that asks for a key. */
export function SessionGate({ children }: { children: ComponentChildren }) {
  const [session, setSession] = useState<CurrentSession | null>();
  const [error, setError] = useState<unknown>();
  const [hasEnded, setEnded] = useState(false);
  const queries = useQueryClient();

  const enter = useCallback(
    (next: CurrentSession): void => {
      keepCsrfToken(next.csrf_token);
      setSession((before) => {
        // What one key saw is not for the next.
        if (before != null && before.admin.id !== next.admin.id) queries.clear();
        return next;
      });
      setError(undefined);
      setEnded(false);
      void queries.invalidateQueries();
    },
    [queries],
  );
  const leave = useCallback((): void => {
    keepCsrfToken(undefined);
    queries.clear();
    setSession(null);
    setEnded(false);
  }, [queries]);

  useEffect(() => {
    const open = async (): Promise<void> => {
      const code = takeCode();
      try {
        enter(
          await dataOf(code === undefined ? api.GET('/session/current') : api.POST('/session', { body: { code } })),
        );
      } catch (failure) {
        setSession(null);
        if (!(failure instanceof ApiError && failure.status === 401 && code === undefined)) setError(failure);
      }
    };
    void open();
  }, [enter]);

  useEffect(() => onSessionEnded(() => setEnded(true)), []);
  useEffect(() => {
    const listen = ({ data }: MessageEvent): void => {
      if (data === 'out') leave();
      // Somebody signed in beside this tab: its token is for that session now.
      else void dataOf(api.GET('/session/current')).then(enter, () => undefined);
    };
    tabs.addEventListener('message', listen);
    return () => tabs.removeEventListener('message', listen);
  }, [enter, leave]);

  const signedIn = (next: CurrentSession): void => {
    enter(next);
    tabs.postMessage('in');
  };
  if (session === undefined) return null;
  if (session === null) return <SignInPage error={error} onSignedIn={signedIn} />;
  const signOut = async (): Promise<void> => {
    await api.DELETE('/session/current');
    leave();
    tabs.postMessage('out');
  };
  return (
    <Signed.Provider value={{ ...session, mayChange: session.admin.role !== 'auditor', signOut }}>
      {children}
      {hasEnded && (
        <Dialog title="Your session has ended">
          <p>What you have typed is still there: sign in again to go on.</p>
          <ErrorNotice error={error} />
          <SignInForm onSignedIn={signedIn} />
        </Dialog>
      )}
    </Signed.Provider>
  );
}
