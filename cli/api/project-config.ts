import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import type { ProjectConfig } from '../../runtime/catalog/project-config.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import { importFile } from './import-file.ts';

/** The file of a project that says what its tools are generated from and served with. */
const CONFIG_FILE = 'intercom-mcp.config.ts';

const text = z.string().min(1);
const form = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _'),
  spec: text,
  overlays: text.optional(),
  out: text,
  profile: z.custom<NonNullable<ProjectConfig['profile']>>(isRecord, 'an object').optional(),
});

/** The config of a project, its paths from anywhere. Throws {@link ConfigError} for one that cannot be read. */
export async function readProjectConfig(file: string): Promise<ProjectConfig> {
  const module = await importFile(file);
  const { data, error } = form.safeParse(isRecord(module) ? module.default : undefined);
  if (data === undefined) throw new ConfigError(`${file}: ${z.prettifyError(error)}`, HELP);
  const { name, spec, overlays, out, profile } = data;
  const here = (path: string): string => resolve(dirname(file), path);
  return {
    name,
    out: here(out),
    spec: /^[a-z][a-z\d+.-]+:\/\//i.test(spec) ? spec : here(spec),
    ...(overlays !== undefined && { overlays: here(overlays) }),
    ...(profile !== undefined && { profile }),
  };
}

const HELP =
  'Write `export default defineConfig({ name, spec, overlays, out, profile })`; intercom-mcp init makes one.';

/** The config's file of a folder; undefined where it has none. */
export function configIn(folder: string): string | undefined {
  const file = join(folder, CONFIG_FILE);
  const compiled = file.replace(/\.ts$/, '.js');
  return [file, compiled].find((path) => existsSync(path));
}
