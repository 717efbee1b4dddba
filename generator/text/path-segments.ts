import { snakeCase } from './words.ts';

/** An ending of a path that says how the answer is written. */
export const extension = /\.(?:json|xml)$/;

/** One step of a path: a word, or a parameter by its name. */
export interface Segment {
  readonly text: string;
  readonly isParam: boolean;
}

/** The segments of a path that carry meaning: a leading `/api/v2` says nothing about the resource. */
export function segmentsOf(path: string): Segment[] {
  const all = path
    .replace(extension, '')
    .split('/')
    .filter((text) => text !== '')
    .map((written) => {
      const text = decoded(written);
      const param = /^\{(.+)\}$/.exec(text)?.[1];
      return { text: snakeCase(param ?? text), isParam: param !== undefined };
    });
  const first = all.findIndex(
    ({ text, isParam }) => isParam || !/^(?:api|rest|v\d+(?:_\d+)*|\d+(?:_\d+)*)$/.test(text),
  );
  return first > 0 ? all.slice(first) : all;
}

/** A segment as it reads: some paths have other scripts percent-encoded. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
