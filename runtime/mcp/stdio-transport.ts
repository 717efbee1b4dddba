import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server';
import { splitLines } from '../value/split-lines.ts';
import { type LineRefusal, readLine, refuseLongLine } from './read-line.ts';

/** The streams of a {@link StdioTransport}, and what it takes. */
export interface StdioTransportOptions {
  /** Standard input unless said otherwise. */
  readonly stdin?: Readable;
  /** Standard output unless said otherwise. */
  readonly stdout?: Writable;
  /** Bytes that one line may have; 4 MiB, as over HTTP, unless said otherwise. */
  readonly maxLineBytes?: number | undefined;
}

/**
 * MCP's stdio: a message a line. What is no message gets an error as its answer, and the next line is served; the SDK's
 * own transport drops broken JSON without a word, and ends at a large line.
 */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #stdin: Readable;
  readonly #stdout: Writable;
  readonly #take: (chunk: Uint8Array) => void;
  #isClosed = false;

  constructor({
    stdin = process.stdin,
    stdout = process.stdout,
    maxLineBytes = MAX_LINE_BYTES,
  }: StdioTransportOptions = {}) {
    this.#stdin = stdin;
    this.#stdout = stdout;
    this.#take = splitLines(maxLineBytes, {
      onLine: (line) => this.#read(line),
      onLongLine: (ends) => this.#refuse(refuseLongLine(ends, maxLineBytes)),
    });
  }

  async start(): Promise<void> {
    if (this.#stdin.readableEnded || this.#stdin.destroyed) setImmediate(this.#end);
    this.#stdin.on('data', this.#take).on('error', this.#report).on('end', this.#end).on('close', this.#end);
    this.#stdout.on('error', this.#lose);
  }

  /** Resolves once the line has been taken; rejects where nobody reads any more. */
  send(message: JSONRPCMessage | LineRefusal): Promise<void> {
    return this.sendText(JSON.stringify(message));
  }

  /** {@link send} of a message that is a text already, without a newline in it. */
  sendText(message: string): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The transport is closed.'));
    return new Promise((resolve, reject) => {
      this.#stdout.write(`${message}\n`, (error) => (error ? reject(error) : resolve()));
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stdin.off('data', this.#take).off('error', this.#report).off('end', this.#end).off('close', this.#end);
    // What else reads the stream goes on; a stream that flows keeps the process alive.
    if (this.#stdin.listenerCount('data') === 0) this.#stdin.pause();
    this.onclose?.();
  }

  #read(line: string): void {
    // Lines of the same chunk may follow the one that closed it.
    if (this.#isClosed) return;
    const read = readLine(line);
    if (read === undefined) return;
    if ('message' in read) this.onmessage?.(read.message);
    else this.#refuse(read.refusal);
  }

  #refuse(refusal: LineRefusal | undefined): void {
    if (refusal === undefined) return;
    this.#report(new Error(refusal.error.message));
    this.send(refusal).catch(this.#report);
  }

  readonly #end = (): void => void this.close();
  readonly #report = (error: Error): void => this.onerror?.(error);
  /** Nobody reads the answers any more; it stays on the stream, since a write may fail after the end. */
  readonly #lose = (error: Error): void => {
    if (this.#isClosed) return;
    this.#report(error);
    this.#end();
  };
}

const MAX_LINE_BYTES = 4 * 1024 * 1024;
