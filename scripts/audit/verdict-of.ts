import * as z from 'zod';

const report = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});

/** What an audit came to, as a sentence, and whether something has to be done at once. */
interface Verdict {
  readonly isSevere: boolean;
  readonly says: string;
}

const SEVERE = ['high', 'critical'];

/** Reads what `npm audit --json` printed; anything that is no report is a registry that gives none. */
export function verdictOf(printed: string): Verdict {
  const parsed = report.safeParse(jsonOf(printed));
  if (!parsed.success) return { isSevere: false, says: 'SKIPPED: the registry answers no audit of packages' };
  const found = Object.entries(parsed.data.vulnerabilities);
  const severe = found.filter(([, { severity }]) => SEVERE.includes(severity));
  if (severe.length === 0)
    return { isSevere: false, says: `audit of packages: ${found.length} known holes, none severe` };
  const lines = severe.map(([name, { severity, range }]) => `  ${name} ${range}: ${severity}`);
  return { isSevere: true, says: ['audit of packages: severe holes', ...lines].join('\n') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
