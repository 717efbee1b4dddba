import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { jobs } from '../../../intercom/jobs.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import { servedWords } from '../../../runtime/catalog/served-words.ts';
import { nextJobStep as stepOf } from '../../../runtime/content/next-job-step.ts';
import { notesOn } from '../../../runtime/content/to-content.ts';

function nextJobStep(tool: string, output: unknown) {
  return stepOf(jobs[tool], output);
}

const polls = {
  intercom_tickets_enqueue: 'get_single_intercom_jobs_status_by_id',
  intercom_export_content_data_enqueue: 'get_single_intercom_export_content_data_by_id',
  intercom_export_reporting_data_enqueue: 'get_single_intercom_export_reporting_data_by_id',
};
const downloads = {
  get_single_intercom_export_content_data_by_id: 'get_single_intercom_download_content_data_by_id',
  get_single_intercom_export_reporting_data_by_id: 'get_single_intercom_download_reporting_data_by_id',
};

describe('work in the background', () => {
  test.each(Object.entries(polls))('%s names its id and the tool to ask', (start, poll) => {
    const answer = { type: 'job', id: 'j"1', job_identifier: 'j"1', status: 'pending' };
    const argument = poll.includes('jobs') ? 'job_id' : 'job_identifier';
    expect(nextJobStep(start, answer)).toBe(
      `The job is pending: wait some seconds, then call ${poll} with ${argument} "j\\"1".`,
    );
    expect(nextJobStep(start, { id: 'j', job_identifier: 'j' })).toContain(poll);
    expect(nextJobStep(poll, { ...answer, status: 'in_progress' })).toContain(poll);
  });

  test.each(Object.entries(downloads))('%s names the tool that fetches the file', (poll, download) => {
    for (const status of ['completed', 'complete']) {
      expect(nextJobStep(poll, { job_identifier: 'j1', status })).toBe(
        `The job is ${status}: call ${download} with job_identifier "j1".`,
      );
    }
    for (const status of ['failed', 'no_data', 'canceled']) {
      expect(nextJobStep(poll, { job_identifier: 'j1', status })).toBeUndefined();
    }
  });

  test.each<[string, unknown]>([
    ['intercom_tickets_enqueue', { id: null }],
    ['intercom_tickets_enqueue', { method: 'POST', url: 'https://api.intercom.io/tickets/enqueue' }],
    ['intercom_tickets_enqueue', null],
    ['get_single_intercom_jobs_status_by_id', { id: 'j', status: 'success' }],
    ['update_a_intercom_ticket_by_id', { id: 'j', status: 'pending' }],
    ['__proto__', { id: 'j' }],
  ])('%s with %j says nothing', (tool, output) => {
    expect(nextJobStep(tool, output)).toBeUndefined();
  });

  test('every tool and argument that it names exists', () => {
    const names = new Set([...Object.keys(polls), ...Object.values(polls), ...Object.values(downloads)]);
    const known = catalog.filter(({ name }) => names.has(name));
    expect(known).toHaveLength(names.size);
    for (const { name, inputSchema } of known.filter((entry) => entry.class === 'get')) {
      const argument = name.includes('jobs') ? 'job_id' : 'job_identifier';
      expect(inputSchema.required).toContain(argument);
    }
  });

  test('every tool that starts or follows a job is known', () => {
    const jobs = catalog.filter(
      ({ name, path }) => /enqueue|\/jobs\/|\/export\/(content|reporting)/.test(path) && !/datasets/.test(name),
    );
    expect(jobs.map(({ name }) => name).sort()).toEqual([...new Set(Object.entries(polls).flat())].sort());
  });
});

test('a step that a server does not serve is not told', () => {
  const answered = {
    tool: 'intercom_tickets_enqueue',
    profile: intercomProfile,
    output: { id: '1', status: 'pending' },
  };
  const names = catalog.map(({ name }) => name);
  expect(notesOn(answered, servedWords(names, new Set(names)))).toHaveLength(1);
  expect(notesOn(answered, servedWords(names, new Set(['intercom_tickets_enqueue'])))).toEqual([]);
});
