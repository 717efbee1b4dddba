import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../../runtime/value/errors.ts';
import { systemCode } from './system-code.ts';

/** Rights of a file that is made, and whether one that is there has to have them too. */
export interface Rights {
  readonly mode: number;
  readonly always?: boolean;
}

/**
 * Writes a file whole or not at all: whoever reads it meanwhile reads what was there before. A link stays one, and its
 * target is replaced. Throws {@link ConfigError} where the file cannot be written.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  { mode, always = false }: Rights,
): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await realpath(path).catch(() => path);
    await mkdir(dirname(target), { recursive: true, mode: always ? 0o700 : 0o777 });
    const before = always ? undefined : await stat(target).catch(() => undefined);
    temporary = `${target}.${randomUUID()}.tmp`;
    const rights = before === undefined ? mode : before.mode & 0o777;
    await using handle = await open(temporary, 'wx', rights);
    // What a process may do by default can take rights away, and a file that was there has its own.
    await handle.chmod(rights);
    await handle.writeFile(content);
    await handle.sync();
    await rename(temporary, target);
  } catch (cause) {
    if (temporary !== undefined) await rm(temporary, { force: true });
    const help = 'Look whether you may write to this file and its folder, and whether the disk is full.';
    throw new ConfigError(`${path} cannot be written (${systemCode(cause)}).`, help, { cause });
  }
}
