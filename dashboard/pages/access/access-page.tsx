import './access.css';
import { PageHead } from '../../parts/page-head.tsx';
import { useSession } from '../../session/session.tsx';
import { AdminKeysSection } from './admin-keys-section.tsx';
import { ApiTokensSection } from './api-tokens-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** Who gets in: admin keys, API tokens, and the browsers that are signed in. */
export function AccessPage() {
  const { admin } = useSession();
  return (
    <>
      <PageHead title="Access">
        <p class="hush">Keys open this gateway to people and programs, API tokens open MCP servers to their clients.</p>
      </PageHead>
      {/* An operator is refused the list as well. */}
      {admin.role !== 'operator' && <AdminKeysSection />}
      <ApiTokensSection />
      <SessionsSection />
    </>
  );
}
