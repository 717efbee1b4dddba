import { expect, test } from 'vitest';
import { knownStatuses, statusWords } from '../../../dashboard/parts/status-words.ts';
import type { ProgramFailure } from '../../../runtime/mcp/index.ts';

const failures = {
  ...{ syntax: true, shape: true, error: true, refused: true },
  ...{ upstream: true, time: true, memory: true, stuck: true },
} satisfies Record<ProgramFailure, true>;

test('a program that failed is told in words, whatever it failed by', () => {
  for (const kind of Object.keys(failures)) {
    expect(knownStatuses).toContain(`program_${kind}`);
    expect(statusWords(`program_${kind}`)).toMatchObject({
      name: expect.stringMatching(/program/i),
      about: expect.stringMatching(/./),
    });
  }
});

test('a call of a program that was refused says why, and a status of another version its name', () => {
  expect(statusWords('refused_server_changed')).toMatchObject({
    name: 'Refused: server changed',
    about: expect.stringContaining('program'),
  });
  expect(statusWords('half_done')).toMatchObject({ name: 'Half done', about: '' });
});
