import { describe, expect, test } from 'vitest';
import type { ClientOptions } from '../../../intercom/client.ts';
import type { RetryOptions } from '../../../runtime/http/retry.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { type Reply, record } from '../../support/recorder.ts';
import { getInput, getThing, listThings, replyToThing } from '../../support/sample-tools.ts';

function limited(reset: number): Reply {
  return {
    status: 429,
    headers: {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-ratelimit-reset': String(Date.UTC(2026, 0, 1) / 1000 + reset),
    },
    body: { type: 'error.list', errors: [{ code: 'rate_limit_exceeded' }] },
  };
}
const broken: Reply = { status: 503 };
const done: Reply = { body: { data: [1] } };

/** A clock that stands still and notes how long it should have run. */
function clock(): { waits: number[] } & Required<Pick<RetryOptions, 'sleep' | 'random'>> {
  const waits: number[] = [];
  return {
    waits,
    random: () => 0,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
}

/** Answers one reply after the other, the last one for ever. */
async function play(...replies: Reply[]) {
  let turn = 0;
  const server = await record(() => replies[Math.min(turn++, replies.length - 1)]);
  const call = (tool: Tool, options?: Partial<ClientOptions>) =>
    server.connect(options).call(tool, tool.name === 'list_things' ? {} : { thing_id: 1, admin_id: 2 });
  return Object.assign(server, { callWith: call });
}

const loose = getInput.partial().loose();
function thing(changes: Partial<Tool>): Tool {
  return {
    ...getThing,
    input: loose,
    alias: 'thing_id',
    request: () => ({ path: '/things/1' }),
    ...changes,
  };
}
const tools = {
  GET: thing({}),
  PUT: thing({ method: 'PUT', access: 'write' }),
  DELETE: thing({ method: 'DELETE', access: 'write' }),
  PATCH: thing({ method: 'PATCH', access: 'write' }),
  POST: thing({ method: 'POST', access: 'write' }),
  'POST that reads': thing({ method: 'POST' }),
  'GET that changes something': thing({ access: 'write' }),
  scroll: listThings({ style: 'scroll', items: 'data' }) as Tool,
};

describe('without being asked', () => {
  test.each(Object.keys(tools) as (keyof typeof tools)[])('%s is tried once', async (name) => {
    for (const reply of [limited(1), broken]) {
      await using server = await play(reply, done);
      await expect(server.callWith(tools[name])).rejects.toThrow('HTTP');
      expect(server.requests).toHaveLength(1);
    }
  });
});

describe('asked to, what is tried again', () => {
  test.each<[keyof typeof tools, boolean, boolean]>([
    ['GET', true, true],
    ['POST that reads', true, true],
    ['PUT', true, false],
    ['DELETE', true, false],
    ['scroll', true, false],
    ['PATCH', false, false],
    ['POST', false, false],
    ['GET that changes something', false, false],
  ])('%s: after 429 %s, after 503 %s', async (name, after429, after503) => {
    for (const [reply, again] of [
      [limited(1), after429],
      [broken, after503],
    ] as const) {
      await using server = await play(reply, done);
      const call = server.callWith(tools[name], { retry: clock() });
      await (again ? expect(call).resolves.toBeDefined() : expect(call).rejects.toThrow('HTTP'));
      expect(server.requests).toHaveLength(again ? 2 : 1);
    }
  });

  test.each([408, 502, 503, 504])('%i', async (status) => {
    await using server = await play({ status }, done);
    await server.callWith(tools.GET, { retry: clock() });
    expect(server.requests).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 422, 500])('not %i', async (status) => {
    await using server = await play({ status }, done);
    await expect(server.callWith(tools.GET, { retry: clock() })).rejects.toThrow(`HTTP ${status}`);
    expect(server.requests).toHaveLength(1);
  });

  test('a broken connection and a timeout, of a read alone', async () => {
    for (const error of [new TypeError('fetch failed'), new DOMException('late', 'TimeoutError')]) {
      for (const [tool, tries] of [
        [tools.GET, 2],
        [tools.PUT, 1],
      ] as const) {
        let sent = 0;
        await using server = await play(done);
        const send: typeof fetch = async () => {
          sent += 1;
          if (sent === 1) throw error;
          return Response.json({});
        };
        await server.callWith(tool, { retry: clock(), fetch: send }).catch(() => undefined);
        expect(sent).toBe(tries);
      }
    }
  });

  test('not an input that is refused', async () => {
    await using server = await play(done);
    const time = clock();
    const call = server.connect({ retry: time }).exchange(replyToThing, {});
    await expect(call).rejects.toMatchObject({ name: 'InputError' });
    expect([server.requests, time.waits]).toEqual([[], []]);
  });
});

describe('the wait', () => {
  test('is the reset of the rate limit, and a little more', async () => {
    await using server = await play(limited(7), limited(2), done);
    const time = clock();
    await server.callWith(tools.GET, { retry: time });
    expect(time.waits).toEqual([7250, 2500]);
  });

  test('doubles where the API names none, up to the longest', async () => {
    await using server = await play(broken);
    const time = clock();
    await expect(server.callWith(tools.GET, { retry: { ...time, attempts: 5, maxDelay: 3000 } })).rejects.toThrow(
      '503',
    );
    expect(time.waits).toEqual([500, 1000, 2000, 3000]);
    expect(server.requests).toHaveLength(5);
  });

  test('is spread by chance', async () => {
    await using server = await play(broken, done);
    const time = clock();
    await server.callWith(tools.GET, { retry: { ...time, random: () => 0.5 } });
    expect(time.waits).toEqual([750]);
  });

  test('is not begun where it would be too long: the error says how long', async () => {
    await using server = await play(limited(61), done);
    const time = clock();
    const call = server.callWith(tools.GET, { retry: time });
    await expect(call).rejects.toMatchObject({ retryAfter: 61, help: expect.stringMatching(/^Wait 61 seconds/) });
    expect([server.requests.length, time.waits]).toEqual([1, []]);
  });

  test('ends at once with the signal of the call, on the real clock', async () => {
    await using server = await play(limited(30), done);
    const giveUp = new AbortController();
    const call = server.client.call(getThing, { thing_id: 1 }, { signal: giveUp.signal, retry: {} });
    const failed = expect(call).rejects.toThrow('enough');
    while (server.requests.length === 0) await new Promise(setImmediate);
    giveUp.abort(new Error('enough'));
    await failed;
    expect(server.requests).toHaveLength(1);
  });

  test('is over on the real clock', async () => {
    await using server = await play(broken, done);
    await server.callWith(tools.GET, { retry: { minDelay: 1 } });
    expect(server.requests).toHaveLength(2);
  });
});

describe('one call', () => {
  test('may ask for what its client does not do', async () => {
    await using server = await play(broken, done);
    await server.client.call(getThing, { thing_id: 1 }, { retry: clock() });
    expect(server.requests).toHaveLength(2);
  });

  test('may refuse what its client does', async () => {
    await using server = await play(broken, done);
    const call = server.connect({ retry: clock() }).call(getThing, { thing_id: 1 }, { retry: false });
    await expect(call).rejects.toThrow('503');
    expect(server.requests).toHaveLength(1);
  });

  test('gives the last error after its tries', async () => {
    await using server = await play(broken, { status: 502 }, { status: 504 });
    await expect(server.callWith(tools.GET, { retry: clock() })).rejects.toThrow('HTTP 504');
    expect(server.requests).toHaveLength(3);
  });
});
