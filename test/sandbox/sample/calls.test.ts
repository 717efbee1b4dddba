import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../sandbox/create-workspace.ts';
import { type Line, phoneCalls } from '../../../sandbox/model/calls.ts';
import { conversations } from '../../../sandbox/model/conversations.ts';
import { admins, contacts } from '../../../sandbox/model/people.ts';
import type { Workspace } from '../../../sandbox/store/workspace.ts';
import { START } from '../support/sandbox.ts';

function seeded(seed: number, scale = 1): Workspace {
  return createWorkspace({ seed, scale, start: START / 1000, timezone: 'Europe/Dublin' });
}

function words(text: string): string[] {
  return (
    text
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&amp;', '&')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function saidBy(transcript: readonly Line[], name: string): string {
  return transcript.flatMap(({ speaker, text }) => (speaker === name ? [text] : [])).join(' ');
}

describe.each([1, 2, 3, 4, 5, 6])('calls of seed %i', (seed) => {
  const workspace = seeded(seed);
  const calls = phoneCalls(workspace).all();
  const byPhone = conversations(workspace).filter(({ source }) => source.type === 'phone_call');

  test('each conversation that came by phone has one call, and no other conversation has any', () => {
    expect(byPhone.length).toBeGreaterThan(0);
    const linked = calls.flatMap(({ conversation_id: id }) => (id === null ? [] : [id]));
    expect(linked.toSorted()).toEqual(byPhone.map(({ id }) => id).toSorted());
  });

  test('the caller says what the conversation opens with, and both have the same people', () => {
    for (const { id, contact_ids, source, created_at, admin_assignee_id } of byPhone) {
      const call = calls.find(({ conversation_id }) => conversation_id === id);
      expect(call).toMatchObject({ contact_id: contact_ids[0], initiated_at: created_at, state: 'completed' });
      const caller = contacts(workspace).get(contact_ids[0])?.name ?? 'Caller';
      const teammate = admins(workspace).get(call?.admin_id)?.name ?? '';
      if (admin_assignee_id !== 0) expect(call?.admin_id).toBe(String(admin_assignee_id));
      const transcript = call?.transcript ?? [];
      expect(new Set(transcript.map(({ speaker }) => speaker))).toEqual(new Set([caller, teammate]));
      const opening = words(source.body);
      expect(opening.slice(0, 4).join(' ')).toBe('Transcript of a call');
      expect(words(saidBy(transcript, caller))).toEqual(opening.slice(4));
      expect(transcript.at(-1)?.at).toBeLessThan((call?.ended_at ?? 0) - (call?.answered_at ?? 0));
    }
  });

  test('a missed call has no words and nobody who took it', () => {
    const missed = calls.filter(({ state }) => state === 'missed');
    expect(missed).toHaveLength(1);
    expect(missed).toMatchObject([{ transcript: [], admin_id: null, answered_at: null, conversation_id: null }]);
  });
});

test('a workspace without conversations by phone has calls of no conversation', () => {
  const calls = phoneCalls(seeded(1, 0.05)).all();
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ conversation_id: id }) => id !== null)).toEqual([]);
});
