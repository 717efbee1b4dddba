import * as z from 'zod';
import { time } from '../../../../runtime/tool/time.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { replyToThing } from '../../../support/sample-tools.ts';

/** 2026-11-28, 9 o'clock in UTC. */
export const now = Date.UTC(2026, 10, 28, 9, 0, 0);

export const input = z.strictObject({
  body: z.string().optional(),
  thing_id: z.string().optional(),
  admin_id: z.int().optional(),
  limit: z.int().min(1).optional(),
  ratio: z.number().optional(),
  flag: z.boolean().optional(),
  state: z.enum(['open', 'in_progress']).optional(),
  level: z.literal([1, 2]).optional(),
  ids: z.array(z.int()).optional(),
  urls: z.array(z.string()).optional(),
  states: z.array(z.enum(['open', 'in_progress'])).optional(),
  people: z.array(z.looseObject({ id: z.string(), since: z.optional(time('seconds')) })).optional(),
  one: z.looseObject({ id: z.string(), flag: z.boolean().optional() }).optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
  translations: z.record(z.string(), z.looseObject({ title: z.string() })).optional(),
  to: z.union([z.looseObject({ id: z.string() }), z.array(z.looseObject({ id: z.string() }))]).optional(),
  until: z.optional(time('seconds')),
  until_text: z.optional(time('seconds-text')),
  publish_at: z.optional(z.union([time('date-time'), z.null()])),
  day: z.optional(time('date')),
  waiting_since_days: z.int().optional(),
  note: z.union([z.string(), z.null()]).optional(),
  assignee_id: z.string().optional(),
});

/** A tool that updates, with an argument of every type. */
export const tool: Tool = {
  ...replyToThing,
  class: 'update',
  input,
  nulls: { assignee_id: '0' },
  request: () => ({ path: '/things' }),
};

/** What is given, what is sent, and what is said of it; null for a change that is none of meaning. */
type Row = readonly [given: object, sent: object, said: string | null];

/** Arguments as models and clients write them. */
export const rows: Readonly<Record<string, readonly Row[]>> = {
  lists: [
    [
      { urls: '["https://a.example/x.png"]' },
      { urls: ['https://a.example/x.png'] },
      'urls: "[\\"https://a.example/x.png\\"]" became ["https://a.example/x.png"]',
    ],
    [{ urls: 'email,name' }, { urls: ['email', 'name'] }, 'urls: "email,name" became ["email","name"]'],
    [
      { urls: 'https://a.example/x.png' },
      { urls: ['https://a.example/x.png'] },
      'urls: "https://a.example/x.png" became ["https://a.example/x.png"]',
    ],
    [{ ids: '1, 2' }, { ids: [1, 2] }, 'ids: "1, 2" became [1,2]'],
    [{ ids: 7 }, { ids: [7] }, 'ids: 7 became [7]'],
    [{ ids: ['7', 8] }, { ids: [7, 8] }, null],
    [{ states: 'open,In Progress' }, { states: ['open', 'in_progress'] }, 'states: "open,In Progress" became'],
    [{ people: { id: 5 } }, { people: [{ id: '5' }] }, 'people: {"id":5} became [{"id":"5"}]'],
    [{ people: '[{"id":5}]' }, { people: [{ id: '5' }] }, 'people: "[{\\"id\\":5}]" became [{"id":"5"}]'],
  ],
  objects: [
    [{ attributes: '{"plan":"pro"}' }, { attributes: { plan: 'pro' } }, 'attributes: JSON text was read as an object'],
    [{ attributes: { plan: null, n: '5', at: 'now-1d' } }, { attributes: { plan: null, n: '5', at: 'now-1d' } }, null],
    [
      { one: { id: 3, flag: 'TRUE', other: '4' } },
      { one: { id: '3', flag: true, other: '4' } },
      'one.flag: "TRUE" became true',
    ],
    [{ translations: { type: 'kinds', fr: { title: 'x' } } }, { translations: { fr: { title: 'x' } } }, null],
    [{ to: { id: 9 } }, { to: { id: '9' } }, null],
    [{ to: '[{"id":9}]' }, { to: [{ id: '9' }] }, 'to: "[{\\"id\\":9}]" became [{"id":"9"}]'],
  ],
  scalars: [
    [{ limit: '5' }, { limit: 5 }, null],
    [{ admin_id: '149302', thing_id: 7 }, { admin_id: 149302, thing_id: '7' }, null],
    [{ ratio: ' 1.50 ' }, { ratio: 1.5 }, 'ratio: " 1.50 " became 1.5'],
    [{ flag: 'true' }, { flag: true }, 'flag: "true" became true'],
    [{ flag: 'No' }, { flag: false }, 'flag: "No" became false'],
    [{ state: 'In Progress' }, { state: 'in_progress' }, 'state: "In Progress" became "in_progress"'],
    [{ level: '2' }, { level: 2 }, 'level: "2" became 2'],
    [{ thing_id: '12345678901234567890' }, { thing_id: '12345678901234567890' }, null],
  ],
  times: [
    [{ until: 1797238800000 }, { until: 1797238800 }, 'until: 1797238800000 became 1797238800 (2026-12-14T09:00:00Z)'],
    [{ until: '1797238800' }, { until: 1797238800 }, 'until: "1797238800" became 1797238800 (2026-12-14T09:00:00Z)'],
    [
      { until: '2026-12-14T10:00:00+01:00' },
      { until: 1797238800 },
      'until: "2026-12-14T10:00:00+01:00" became 1797238800 (2026-12-14T09:00:00Z)',
    ],
    [{ until: '2026-12-14 09:00' }, { until: 1797238800 }, '(2026-12-14T09:00:00Z, read as UTC)'],
    [{ until: '2026-12-14' }, { until: 1797206400 }, '(2026-12-14T00:00:00Z, where the day begins in UTC)'],
    [{ until: 20261214 }, { until: 1797206400 }, '(2026-12-14T00:00:00Z, where the day begins in UTC)'],
    [{ until: 'now+3d' }, { until: 1796115600 }, 'until: "now+3d" became 1796115600 (2026-12-01T09:00:00Z)'],
    [{ until: 'in 3 days' }, { until: 1796115600 }, '2026-12-01T09:00:00Z'],
    [{ until: 'tomorrow 09:00' }, { until: 1795942800 }, '(2026-11-29T09:00:00Z, read as UTC)'],
    [{ until: new Date(1797238800000) }, { until: 1797238800 }, '2026-12-14T09:00:00Z'],
    [{ until: 1797238800 }, { until: 1797238800 }, null],
    [{ until_text: 'now-24h' }, { until_text: '1795770000' }, 'until_text: "now-24h" became "1795770000"'],
    [{ until_text: 1797238800 }, { until_text: '1797238800' }, '2026-12-14T09:00:00Z'],
    [{ publish_at: 1797238800 }, { publish_at: '2026-12-14T09:00:00.000Z' }, 'publish_at: 1797238800 became'],
    [{ publish_at: '2026-12-14T10:00:00+01:00' }, { publish_at: '2026-12-14T10:00:00+01:00' }, null],
    [{ publish_at: null }, { publish_at: null }, null],
    [{ day: '2026-12-14' }, { day: '2026-12-14' }, null],
    [
      { day: '2026-12-14T23:30:00-08:00' },
      { day: '2026-12-14' },
      'day: "2026-12-14T23:30:00-08:00" became "2026-12-14"',
    ],
    [{ day: 'tomorrow' }, { day: '2026-11-29' }, 'day: "tomorrow" became "2026-11-29" (the day in UTC)'],
    [
      { people: [{ id: '1', since: 'now-1d' }] },
      { people: [{ id: '1', since: 1795770000 }] },
      'people[0].since: "now-1d"',
    ],
    [{ waiting_since_days: 5 }, { waiting_since_days: 5 }, null],
  ],
  nulls: [
    [{ assignee_id: null }, { assignee_id: '0' }, 'assignee_id: null became "0"'],
    [{ note: null }, { note: null }, null],
    [{ flag: null }, {}, 'flag: null was left out, it changes nothing'],
  ],
  'what is no argument': [
    [
      { toolCallId: 'call_1', tool: 'x', sessionId: 's', chatInput: 'hi', action: 'sendMessage', limit: 5 },
      { limit: 5 },
      null,
    ],
    [{ arguments: { limit: 5 } }, { limit: 5 }, 'arguments: taken as the arguments themselves'],
    [{ input: '{"limit":5}' }, { limit: 5 }, 'input: taken as the arguments themselves'],
  ],
  'text is text': ['[1,2]', 'true', 'now-1d', '{"a":1}', '5', '"open"', '1,2'].map(
    (body): Row => [{ body, note: body }, { body, note: body }, null],
  ),
};
