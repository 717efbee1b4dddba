import type { Json } from '../../contract/contract.ts';
import { newestFirst } from '../../generic/order.ts';
import { listIn } from '../../generic/read-body.ts';
import { Answer, type Call, type Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type PhoneCall, phoneCalls } from '../../model/calls.ts';
import { page } from '../../paging/page.ts';
import { transcriptText } from './transcript-text.ts';

/** Seconds for which the link to a recording holds. */
const LINK_LIFE = 600;

/** Phone calls, the newest first. */
export const phoneCallsRoutes: Routes = {
  'GET /calls': (call) => page(call, newestFirst(phoneCalls(call.workspace).all()), (row) => renderCall(call, row)),
  'POST /calls/search': (call) => {
    const ids = new Set(listIn(call.body, 'conversation_ids').map(String));
    const found = phoneCalls(call.workspace).filter(({ conversation_id: id }) => id !== null && ids.has(id));
    return page(call, newestFirst(found), (row) => ({
      ...renderCall(call, row),
      transcript: row.transcript,
      transcript_status: row.transcript.length > 0 ? 'completed' : null,
    }));
  },
  'GET /calls/{call_id}': (call) => renderCall(call, named(call)),
  'GET /calls/{call_id}/recording': (call) => {
    const { id, is_recorded } = named(call);
    existing(is_recorded || undefined, 'Recording');
    const link = new URL(`https://recordings.fernhill.example/calls/${id}.mp3`);
    link.searchParams.set('expires', String(call.now + LINK_LIFE));
    link.searchParams.set('signature', 'sandbox');
    return new Answer(undefined, { status: 302, headers: { location: link.href } });
  },
  'GET /calls/{call_id}/transcript': (call) => {
    const row = named(call);
    existing(row.transcript[0], 'Transcript');
    const day = new Date(row.created_at * 1000).toISOString().slice(0, 10);
    return new Answer(transcriptText(row.transcript), {
      headers: {
        'content-type': 'text/plain',
        'content-disposition': `attachment; filename=transcription_data-${day}.txt`,
      },
    });
  },
};

function named({ workspace, params }: Call): PhoneCall {
  return existing(phoneCalls(workspace).get(params.call_id), 'Call', 'not_found');
}

function renderCall({ origin }: Call, row: PhoneCall): Json {
  const address = `${origin}/calls/${row.id}`;
  return {
    ...row,
    type: 'call',
    recording_url: row.is_recorded ? `${address}/recording` : null,
    transcription_url: row.transcript.length > 0 ? `${address}/transcript` : null,
  };
}
