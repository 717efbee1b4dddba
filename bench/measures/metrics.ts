/** What is measured of one contestant. */
export interface Metric {
  /** What it is, with its unit. */
  readonly title: string;
  /** Digits behind the point. */
  readonly digits?: number;
  /** Whether more is better; less is, unless it is said. */
  readonly isMoreBetter?: boolean;
  /** Whether it is told beside a ratio to the baseline. */
  readonly hasRatio?: boolean;
  /** Whether it is one of several samples, so that its least and most are told. */
  readonly isSampled?: boolean;
}

const timed = { hasRatio: true, isSampled: true } as const;

/** Of servers over stdin and stdout, of what makes them, and of what is installed, in the order of the table. */
export const metrics = {
  coldStart: { title: 'cold start to tools/list, ms', ...timed },
  coldCpu: { title: '  processor for it, ms', ...timed },
  memory: { title: 'memory after start, MiB', ...timed },
  callMedian: { title: 'call p50, ms', digits: 2, ...timed },
  callLate: { title: 'call p99, ms', digits: 2, ...timed },
  callCpu: { title: '  processor for a call, ms', digits: 2, ...timed },
  everything: { title: 'npm start in the checkout to an address, s', digits: 2, isSampled: true },
  tools: { title: 'tools listed', isMoreBetter: true },
  listBytes: { title: 'list, bytes' },
  listTokens: { title: 'list, tokens' },
  largestTool: { title: 'largest tool, tokens' },
  discoveryTokens: { title: 'list in discovery mode, tokens' },
  codeTokens: { title: 'list in code mode, tokens' },
  accepted: { title: 'official client takes the list', isMoreBetter: true },
  generation: { title: 'generation from the description, s', digits: 2, isSampled: true },
  generationCpu: { title: '  processor for it, s', digits: 2, isSampled: true },
  generationMemory: { title: '  most memory, MiB', isSampled: true },
  unchanged: { title: '  of the same again, s', digits: 2, isSampled: true },
  unchangedCpu: { title: '  processor for that, s', digits: 2, isSampled: true },
  contract: { title: 'generation of the contract with overlays, s', digits: 2, isSampled: true },
  contractCpu: { title: '  processor for it, s', digits: 2, isSampled: true },
  contractMemory: { title: '  most memory, MiB', isSampled: true },
  contractUnchanged: { title: '  of the same again, s', digits: 2, isSampled: true },
  contractUnchangedCpu: { title: '  processor for that, s', digits: 2, isSampled: true },
  typeErrors: { title: 'type errors of what came of it' },
  typeCheck: { title: 'type-check of a project with it, s', digits: 2, isSampled: true },
  resultTokens: { title: 'results of six calls, tokens' },
  installed: { title: 'installed, MiB', digits: 1 },
  tarball: { title: 'tarball, kB' },
  bundle: { title: 'client and one tool, minified, kB', digits: 1 },
} as const satisfies Record<string, Metric>;

/** A metric by its name. */
export type MetricName = keyof typeof metrics;

/** Of servers over HTTP. */
export const httpMetrics = {
  calls1: { title: 'calls/s, 1 client', isMoreBetter: true, ...timed },
  calls16: { title: 'calls/s, 16 clients', isMoreBetter: true, ...timed },
  late16: { title: '  p99 of a call, ms', digits: 1, ...timed },
  callCpu: { title: '  processor for a call, ms', digits: 2, ...timed },
  failures: { title: '  calls that failed' },
  lists: { title: 'lists/s, 1 client', isMoreBetter: true, ...timed },
  listWire: { title: 'list on the wire, bytes' },
  listGzip: { title: '  to a client that takes gzip', hasRatio: false },
  listBrotli: { title: '  to a client that takes brotli as well', hasRatio: false },
  memory: { title: 'memory after the load, MiB', ...timed },
} as const satisfies Record<string, Metric>;

/** A metric over HTTP by its name. */
export type HttpMetricName = keyof typeof httpMetrics;
