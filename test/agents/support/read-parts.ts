import { isRecord } from '../../../runtime/value/value.ts';
import type { Result } from './script.ts';

/** A list's records; nothing for anything else. */
export function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What a result's content says, whether it came as a text or in parts. */
export function readParts(content: unknown): Pick<Result, 'text' | 'kinds'> {
  if (typeof content === 'string') return { text: content, kinds: ['text'] };
  const parts = records(content);
  return {
    text: parts.map((part) => textOf(part)).join('\n'),
    kinds: parts.map(({ type }) => String(type)),
  };
}

function textOf({ text, source }: Record<string, unknown>): string {
  if (typeof text === 'string') return text;
  return isRecord(source) && source.type === 'text' ? String(source.data) : '';
}

/** The items at the end of a list that are of one kind. */
export function trailing(value: unknown, isOne: (item: Record<string, unknown>) => boolean) {
  const items = records(value);
  return items.slice(items.findLastIndex((item) => !isOne(item)) + 1);
}
