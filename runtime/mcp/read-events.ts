/** Server-sent events that are looked at before they are passed on. */
export interface EventReader {
  /** What the first event holds; undefined where it is not there within so many milliseconds, or holds nothing. */
  readonly first: (patience: number) => Promise<string | undefined>;
  /** What each event holds, once there are no more. */
  readonly all: () => Promise<string[]>;
  /** The stream with what was read of it. */
  readonly whole: () => ReadableStream<Uint8Array>;
  readonly cancel: () => Promise<void>;
}

/** Reads a stream of events, once. */
export function readEvents(body: ReadableStream<Uint8Array>): EventReader {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  let waiting: ReturnType<typeof reader.read> | undefined;

  const read = () => (waiting ??= reader.read());
  const take = async (): Promise<Uint8Array | undefined> => {
    const { value } = await read();
    waiting = undefined;
    return value;
  };

  return {
    first: async (patience) => {
      const { promise: late, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, patience);
      let text = '';
      let end = -1;
      while (end < 0 && (await Promise.race([read(), late])) !== undefined) {
        const chunk = await take();
        if (chunk === undefined) break;
        chunks.push(chunk);
        const from = Math.max(text.length - 1, 0);
        text += decoder.decode(chunk, { stream: true });
        end = text.indexOf(EVENT_END, from);
      }
      clearTimeout(timer);
      return end < 0 ? undefined : dataOf(text.slice(0, end));
    },
    all: async () => {
      let text = '';
      for (let chunk = await take(); chunk !== undefined; chunk = await take()) {
        text += decoder.decode(chunk, { stream: true });
      }
      return text.split(EVENT_END).flatMap((event) => dataOf(event) ?? []);
    },
    whole: () =>
      new ReadableStream({
        start: (controller) => {
          for (const chunk of chunks) controller.enqueue(chunk);
        },
        pull: async (controller) => {
          const chunk = await take();
          if (chunk === undefined) controller.close();
          else controller.enqueue(chunk);
        },
        cancel: (reason) => reader.cancel(reason),
      }),
    cancel: () => reader.cancel(),
  };
}

const EVENT_END = '\n\n';

function dataOf(event: string): string | undefined {
  const lines = event.split('\n').filter((line) => line.startsWith('data:'));
  const data = lines.map((line) => line.slice('data:'.length).trimStart()).join('\n');
  return data === '' ? undefined : data;
}
