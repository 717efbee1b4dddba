import { useState } from 'preact/hooks';
import { ApiError } from '../../api/api-error.ts';
import { api, dataOf } from '../../api/client.ts';
import type { Session } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Time } from '../../parts/time.tsx';
import { useTell } from '../../parts/toasts.tsx';
import { useSession } from '../../session/session.tsx';
import { MOST, useReread, useSessions } from './access-queries.ts';
import { AccessSection } from './access-section.tsx';
import { roles } from './roles.ts';

/** The browsers that are signed in. */
export function SessionsSection() {
  const { admin } = useSession();
  const list = useSessions();
  const [ending, setEnding] = useState<Session | 'others'>();
  const hasOthers = list.rows.some((session) => isOther(session, admin.id));
  return (
    <>
      <AccessSection
        title="Sessions"
        about={
          admin.role === 'admin'
            ? 'The browsers that are signed in to this dashboard, by any key.'
            : 'The browsers that are signed in to this dashboard with your key.'
        }
        actions={hasOthers && <Button onClick={() => setEnding('others')}>End my other sessions</Button>}
        list={list}
        columns={['Signed in with', 'Address', 'Since', 'Last use', 'Ends', '']}
        unit={['session', 'sessions']}
        empty={<p>No browser is signed in.</p>}
      >
        {(session) => (
          <tr key={session.id}>
            <td class="head">
              <span class="strong anywhere">{session.admin.name}</span>{' '}
              {session.current && <span class="badge accent">this one</span>}
              <p class="hush small">{roles[session.admin.role].name}</p>
            </td>
            <td data-label="Address">
              {session.address === null ? <span class="hush">not known</span> : <code>{session.address}</code>}
            </td>
            <td data-label="Since">
              <Time at={session.created_at} />
            </td>
            <td data-label="Last use">
              <Time at={session.last_used_at} />
            </td>
            <td data-label="Ends">
              <Time at={session.expires_at} />
            </td>
            <td data-label="Actions" class="access-action">
              {!session.current && (
                <Button
                  small
                  onClick={() => setEnding(session)}
                  label={`End the session of ${session.admin.name} from ${session.address ?? 'an unknown address'}`}
                >
                  End
                </Button>
              )}
            </td>
          </tr>
        )}
      </AccessSection>
      {ending !== undefined && <EndSessions which={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function EndSessions({ which, onClose }: { which: Session | 'others'; onClose: () => void }) {
  const { admin } = useSession();
  const reread = useReread('sessions');
  const tell = useTell();
  const run = async (): Promise<void> => {
    const ids = which === 'others' ? await otherSessions(admin.id) : [which.id];
    for (const id of ids) await endSession(id);
    tell(ids.length === 1 ? 'The session has ended' : `${ids.length.toLocaleString()} sessions have ended`);
    await reread();
  };
  const title = which === 'others' ? 'End your other sessions?' : `End the session of ${which.admin.name}?`;
  return (
    <Confirm title={title} action="End" run={run} onClose={onClose}>
      <p>
        {which === 'others'
          ? 'All browsers but this one that are signed in with your key have to sign in again.'
          : 'That browser has to sign in again. What is typed there stays.'}
      </p>
    </Confirm>
  );
}

/** Ends a session; one that has ended meanwhile has ended. */
async function endSession(id: string): Promise<void> {
  try {
    await api.DELETE('/session/{id}', { params: { path: { id } } });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}

/** The ids of all other sessions of a key, those that the page does not show among them. */
async function otherSessions(adminId: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: MOST, ...(cursor != null && { next_cursor: cursor }) };
    const page = await dataOf(api.GET('/session', { params: { query } }));
    ids.push(...page.result.filter((session) => isOther(session, adminId)).map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return ids;
}

function isOther({ current, admin }: Session, adminId: string): boolean {
  return !current && admin.id === adminId;
}
