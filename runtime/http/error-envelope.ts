import { asText, isRecord, own } from '../value/value.ts';
import type { ApiErrorEntry } from './errors.ts';
import type { Redactor } from './redact.ts';

/** The parts of an error answer that all envelopes come down to. */
export interface ErrorEnvelope {
  readonly requestId?: string;
  readonly errors: readonly ApiErrorEntry[];
}

/**
 * Reads an error body: `error.list`, a map of fields (`/fin/csat`), a lone `error` (`/messages/status`),
 * an `error_key` (`/phone_call_redirects`), a plain message, an HTML page, or nothing.
 */
export function readErrorEnvelope(body: string, redactor: Pick<Redactor, 'json' | 'text'>): ErrorEnvelope {
  const data = parse(body, redactor);
  if (!isRecord(data)) return { errors: text(data ?? redactor.text(body)) };
  const requestId = asText(own(data, 'request_id'));
  return { ...(requestId !== undefined && { requestId }), errors: entries(data) };
}

function entries(data: Record<string, unknown>): ApiErrorEntry[] {
  const errors = own(data, 'errors');
  if (Array.isArray(errors) && errors.length > 0) return errors.slice(0, 20).flatMap(listed);
  if (isRecord(errors) && Object.keys(errors).length > 0) {
    return Object.entries(errors)
      .slice(0, 20)
      .map(([field, message]) => entryOf({ message: [message].flat().map(String).join(', '), field }));
  }
  const error = own(data, 'error');
  const code = own(data, 'error_key') ?? own(data, 'code') ?? own(error, 'code');
  const message = own(data, 'message') ?? own(data, 'error_description') ?? own(error, 'message') ?? error;
  const lone = entryOf({ code, message, field: own(data, 'field') });
  return Object.keys(lone).length > 0 ? [lone] : [];
}

function listed(entry: unknown): ApiErrorEntry[] {
  if (!isRecord(entry)) return text(entry);
  const lone = entryOf({ code: own(entry, 'code'), message: own(entry, 'message'), field: own(entry, 'field') });
  return Object.keys(lone).length > 0 ? [lone] : [];
}

function entryOf({ code, message, field }: { [Part in keyof ApiErrorEntry]: unknown }): ApiErrorEntry {
  const parts = { code: asText(code), message: short(asText(message)), field: asText(field) };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function text(value: unknown): ApiErrorEntry[] {
  const message = short(asText(value));
  return message === undefined ? [] : [{ message }];
}

/** Characters in which a page has its title, and a message what it says. */
const LONGEST_HEAD = 4000;

/** A page for people comes down to its title; long texts are cut. */
function short(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const head = value.trimStart().slice(0, LONGEST_HEAD);
  const isPage = /^<(!doctype|html|head|body)/i.test(head);
  const plain = isPage ? (/<title[^<>]*>([^<]*)/i.exec(head)?.[1] ?? 'an HTML page') : head;
  const line = plain.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

function parse(body: string, { json }: Pick<Redactor, 'json'>): unknown {
  try {
    return json(body);
  } catch {
    return undefined;
  }
}
