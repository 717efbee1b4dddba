type Kind = 'good' | 'warn' | 'bad' | '';

/** What an entry of the audit log, or a call, came to. */
interface StatusWords {
  readonly kind: Kind;
  readonly name: string;
  /** Empty where its name says it all. */
  readonly about: string;
}

const KNOWN: ReadonlyMap<string, StatusWords> = new Map([
  ['ok', { kind: 'good', name: 'OK', about: 'It was done.' }],
  ['begun', { kind: '', name: 'Begun', about: 'A write that goes out: its outcome is a line of its own.' }],
  ['upstream_error', { kind: 'bad', name: 'API error', about: 'The API answered with an error.' }],
  ['rate_limited', { kind: 'warn', name: 'Rate limited', about: 'The API takes no more requests for a while.' }],
  [
    'invalid_input',
    { kind: 'warn', name: 'Invalid input', about: 'The arguments were refused before anything was sent.' },
  ],
  ['unknown_tool', { kind: 'warn', name: 'Unknown tool', about: 'The server lists no tool of this name.' }],
  ['cancelled', { kind: 'warn', name: 'Cancelled', about: 'The client gave the call up.' }],
  ['not_agreed', { kind: 'warn', name: 'Not agreed', about: 'Nobody agreed to the change, so it was not made.' }],
  [
    'not_recorded',
    { kind: 'bad', name: 'Not recorded', about: 'The audit log took no line, so the write was not made.' },
  ],
  ['program_syntax', { kind: 'warn', name: 'No program', about: 'What the model wrote is no JavaScript.' }],
  [
    'program_shape',
    { kind: 'warn', name: 'Program: wrong shape', about: 'The program took an answer for another than it is.' },
  ],
  ['program_error', { kind: 'warn', name: 'Program failed', about: 'The program threw an error of its own.' }],
  [
    'program_refused',
    { kind: 'warn', name: 'Program refused', about: 'One of its calls was refused, and it did not go on.' },
  ],
  [
    'program_upstream',
    {
      kind: 'bad',
      name: 'Program: API error',
      about: 'One of its calls failed at the API, and it did not go on.',
    },
  ],
  ['program_time', { kind: 'warn', name: 'Program: out of time', about: 'It was ended when its time was over.' }],
  [
    'program_memory',
    { kind: 'warn', name: 'Program: out of memory', about: 'It was ended when it had used up its memory.' },
  ],
  ['program_stuck', { kind: 'warn', name: 'Program: stuck', about: 'It waited for what could not happen any more.' }],
  ['failed', { kind: 'bad', name: 'Failed', about: 'The API did not answer, or the gateway failed.' }],
]);

/** What begins the status of a program's call that was refused. */
const REFUSED = 'refused_';

/** The words for a status; one that this version does not know says its own name. */
export function statusWords(status: string): StatusWords {
  const known = KNOWN.get(status);
  if (known !== undefined) return known;
  const words = status.replaceAll('_', ' ');
  if (status.startsWith(REFUSED))
    return {
      kind: 'warn',
      name: `Refused: ${words.slice(REFUSED.length)}`,
      about: 'A call of a program, which the gateway did not make.',
    };
  return { kind: 'warn', name: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`, about: '' };
}

/** Statuses of calls that can be chosen among, and those of other entries that are typed. */
export const knownStatuses: readonly string[] = [...KNOWN.keys()];
