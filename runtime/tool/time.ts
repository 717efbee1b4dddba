import * as z from 'zod/mini';

/** How an API wants a time to be sent: unix seconds as a number or as text, or ISO 8601 as a date-time or a day. */
export type TimeKind = 'seconds' | 'seconds-text' | 'date-time' | 'date';

/** The year 3000 in unix seconds: what is larger is milliseconds or a mistake. */
export const LATEST = 32_503_680_000;

const sent = {
  seconds: () => z.int().check(z.maximum(LATEST)),
  'seconds-text': () => z.string().check(z.regex(/^\d{1,11}$/)),
  'date-time': () => z.iso.datetime({ offset: true }),
  date: () => z.iso.date(),
} as const satisfies Record<TimeKind, () => z.ZodMiniType<number | string>>;

const kinds = z.registry<{ readonly kind: TimeKind }>();

/** An argument that is a time. It accepts what is sent; callers may write it in any form that can mean one moment only. */
export function time<Kind extends TimeKind>(kind: Kind): z.ZodMiniType<z.output<ReturnType<(typeof sent)[Kind]>>>;
export function time(kind: TimeKind): z.ZodMiniType<string | number> {
  return sent[kind]().register(kinds, { kind });
}

/** The kind of a time, by the schema that {@link time} made. */
export function timeKindOf(schema: z.core.$ZodType): TimeKind | undefined {
  return kinds.get(schema)?.kind;
}

/** True for a time as its kind is sent. */
export function isSentTime(kind: TimeKind, value: unknown): value is string | number {
  return sent[kind]().safeParse(value).success;
}
