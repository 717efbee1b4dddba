import { statusWords } from './status-words.ts';

/** A status as a badge: in words, its colour repeats them. */
export function CallStatus({ status }: { status: string }) {
  const { kind, name, about } = statusWords(status);
  return (
    <span class={`badge ${kind}`} title={about || undefined}>
      {name}
    </span>
  );
}
