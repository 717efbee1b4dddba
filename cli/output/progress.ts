import { paint } from './paint.ts';

/** A line on standard error that says what goes on, where that is a terminal; gone once it is disposed of. */
export interface Progress extends Disposable {
  readonly say: (what: string) => void;
}

/** Says what goes on, until it is over. */
export function showProgress(what?: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const clear = '\r\u001b[2K';
  const write = (text: string): void => {
    if (stream.isTTY) stream.write(text);
  };
  const say = (now: string): void => write(`${clear}${paint(stream, 'dim', `${now} …`)}`);
  if (what !== undefined) say(what);
  return { say, [Symbol.dispose]: () => write(clear) };
}

/** What comes of some work, whose stages are shown while it goes on. */
export async function showStages<Result>(work: (onStage: (stage: string) => void) => Promise<Result>): Promise<Result> {
  using progress = showProgress();
  return await work(progress.say);
}
