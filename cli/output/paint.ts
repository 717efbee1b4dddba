import { styleText } from 'node:util';

/** Colours a text for a stream, where that stream is a terminal and NO_COLOR is not set. */
export const paint = (
  stream: NodeJS.WriteStream,
  format: 'bold' | 'dim' | 'red' | 'green' | 'yellow',
  text: string,
): string => styleText(format, text, { stream, validateStream: true });
