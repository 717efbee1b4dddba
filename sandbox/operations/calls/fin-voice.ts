import type { Json } from '../../contract/contract.ts';
import { newestFirst } from '../../generic/order.ts';
import { objectIn, textIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type FinVoiceCall, finVoiceCalls, phoneCalls } from '../../model/calls.ts';

/** The workspace's number, which Fin Voice answers instead of its code. */
const APP_NUMBER = 70512;

/** Calls of outside phone systems that Fin answered. */
export const finVoiceRoutes: Routes = {
  'POST /fin_voice/register': (call) => render(register(call)),
  'GET /fin_voice/collect/{id}': ({ workspace, params }) => found(finVoiceCalls(workspace).get(params.id)),
  'GET /fin_voice/external_id/{external_id}': ({ workspace, params }) =>
    found(finVoiceCalls(workspace).find(({ external_call_id: id }) => id === params.external_id)),
  // Only calls that were matched are found by their number, as the description has it.
  'GET /fin_voice/phone_number/{phone_number}': ({ workspace, params }) =>
    found(
      newestFirst(
        finVoiceCalls(workspace).filter(
          ({ user_phone_number: phone, intercom_call_id: id }) => phone === params.phone_number && id !== null,
        ),
      )[0],
    ),
  'GET /fin_voice/conversation/{conversation_id}': ({ workspace, params }) =>
    finVoiceCalls(workspace)
      .filter(({ intercom_conversation_id: id }) => id === params.conversation_id)
      .map(render),
};

function found(row: FinVoiceCall | undefined): Json {
  return render(existing(row, 'Call', 'not_found'));
}

/** Keeps a call, matched with the latest one of its number where there is one. */
function register({ workspace, body, now }: Call): FinVoiceCall {
  const table = finVoiceCalls(workspace);
  const external = textIn(body, 'call_id') ?? '';
  const phone = textIn(body, 'phone_number') ?? '';
  if (external === '' || phone === '') throw new Fault(400, 'call_id and phone_number must not be empty');
  if (table.find(({ external_call_id: id }) => id === external) !== undefined)
    throw new Fault(409, `Call ${external} is registered already`);
  const [match] = newestFirst(phoneCalls(workspace).filter((row) => row.phone === phone));
  return table.put({
    id: workspace.nextId('fin_voice_calls', 90_411),
    external_call_id: external,
    user_phone_number: phone,
    source: textIn(body, 'source') ?? 'aws_connect',
    data: { ...objectIn(body, 'data') },
    status: 'registered',
    intercom_call_id: match?.id ?? null,
    intercom_conversation_id: match?.conversation_id ?? null,
    call_summary: '',
    call_transcript: [],
    intent: [],
    created_at: now,
  });
}

// The contract has no schema for the answer to a phone number, so that it must be whole here.
function render(row: FinVoiceCall): Json {
  const { source: _source, data: _data, created_at: _createdAt, ...answered } = row;
  return { ...answered, id: Number(row.id), app_id: APP_NUMBER };
}
