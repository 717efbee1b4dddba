import { Socket } from 'node:net';

/** What a process tried to reach beyond this machine while the guard stood. */
export interface LoopbackGuard extends Disposable {
  readonly strayed: readonly string[];
}

/** Refuses every connection of this process that leaves the machine, and keeps where it would have gone. */
export function onlyLoopback(): LoopbackGuard {
  const strayed: string[] = [];
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host === undefined || isLoopback(host)) return Reflect.apply(connect, this, args);
    strayed.push(host);
    // Not before whoever connects has had time to listen for errors.
    setImmediate(() => this.destroy(new Error(`${host} is not on this machine`)));
    return this;
  };
  return {
    strayed,
    [Symbol.dispose]: () => {
      Socket.prototype.connect = connect;
    },
  };
}

/** `connect` takes `(port, host)`, `(path)` or `({ host, port, path })`, and Node itself the last in a list. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = args.flat();
  if (typeof first === 'number') return typeof second === 'string' ? second : undefined;
  if (typeof first !== 'object' || first === null || !('host' in first)) return undefined;
  return typeof first.host === 'string' ? first.host : undefined;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|\[?::1\]?|127(?:\.\d{1,3}){3})$/.test(host);
}
