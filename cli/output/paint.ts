import { styleText } from 'node:util';

/** What a text can look like on a terminal. */
export type Format = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Colours a text for a stream, where that stream is a terminal and NO_COLOR is not set. */
export function paint(stream: NodeJS.WriteStream, format: Format, text: string): string {
  return styleText(format, text, { stream, validateStream: true });
}
