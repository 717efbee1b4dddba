import { ToolkitError } from '../../runtime/value/errors.ts';
import type { ChosenWorkspace } from '../workspace/choose-workspace.ts';
import type { Surroundings } from './diagnose.ts';

/** What {@link diagnose} looks at of a workspace that is being chosen; a failure of that is one of its checks. */
export async function surroundingsOf(
  chosen: Promise<ChosenWorkspace>,
): Promise<
  Pick<Surroundings, 'environment' | 'source' | 'version' | 'problem'> & Partial<Pick<Surroundings, 'fetch'>>
> {
  try {
    const { token, region, baseUrl, version, source, fetch } = await chosen;
    const workspace = { INTERCOM_ACCESS_TOKEN: token, INTERCOM_REGION: region, INTERCOM_BASE_URL: baseUrl };
    const isSaid = token !== undefined;
    return {
      environment: { ...process.env, ...workspace },
      version,
      ...(isSaid && { source }),
      ...(fetch && { fetch }),
    };
  } catch (error) {
    if (error instanceof ToolkitError && error.code !== 'usage') return { environment: process.env, problem: error };
    throw error;
  }
}
