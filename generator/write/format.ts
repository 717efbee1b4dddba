import { Biome } from '@biomejs/js-api/nodejs';

/** The project's own format, so that generated files pass the same check as handwritten ones. */
const configuration = {
  files: { maxSize: 64 * 1024 * 1024 },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
  javascript: { formatter: { quoteStyle: 'single' } },
  linter: { enabled: false },
} as const;

/** Formats TypeScript files by name; a file that does not parse is returned as it is, for the check stage to explain. */
export function format(files: ReadonlyMap<string, string>): Map<string, string> {
  const biome = new Biome();
  const { projectKey } = biome.openProject('.');
  biome.applyConfiguration(projectKey, configuration);
  const formatted = new Map<string, string>();
  for (const [name, text] of files) {
    formatted.set(
      name,
      name.endsWith('.ts')
        ? biome.formatContent(projectKey, text, { filePath: name.replaceAll('/', '_') }).content
        : text,
    );
  }
  biome.shutdown();
  return formatted;
}
