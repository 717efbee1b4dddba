import type { Box } from '../../runtime/code/box/box.ts';
import type { ServeOptions } from '../../runtime/mcp/index.ts';

/** The ways in which tools are offered: all of them as a list, four tools that find the others, or three that run programs. */
export const modes = ['list', 'discovery', 'code'] as const;

/** One of {@link modes}. */
export type Mode = (typeof modes)[number];

interface WayOfServing {
  readonly mode: Mode;
  readonly confirm: NonNullable<ServeOptions['confirm']>;
  /** Calls that one program may make. */
  readonly calls?: number | undefined;
  /** Where programs run; in threads of this process unless given. */
  readonly box?: Box | undefined;
}

/** What stands in place of the list of Intercom's tools, loaded where it is asked for; nothing for the list itself. */
export async function openToolbox({ mode, confirm, calls, box }: WayOfServing): Promise<ServeOptions['toolbox']> {
  if (mode === 'list') return undefined;
  const { intercom } = await import('../../intercom/catalog.ts');
  const options = { ...intercom, from: intercom.catalog, confirm };
  if (mode === 'code') {
    const { createCode } = await import('../../runtime/mcp/code.ts');
    return createCode({ ...options, box, limits: { calls } });
  }
  const { createDiscovery } = await import('../../runtime/mcp/discovery.ts');
  return createDiscovery(options);
}
