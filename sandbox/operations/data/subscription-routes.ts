import { renderSubscriptionType } from '../../domain/data/render-subscription-type.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type SubscriptionType, subscriptionTypes } from '../../model/data.ts';
import { page } from '../../paging/page.ts';

function typeOf({ workspace }: Call, id: unknown): SubscriptionType {
  return existing(subscriptionTypes(workspace).get(id), 'Subscription type');
}

/** A choice that holds without being made, such as opting in to what must be opted out of, is kept as no choice at all. */
function attach(call: Call): unknown {
  const contact = namedContact(call, call.params.contact_id);
  const type = typeOf(call, call.body.id);
  const choice = call.body.consent_type === 'opt_in' ? 'opt_in' : 'opt_out';
  const others = contact.consents.filter(({ id }) => id !== type.id);
  contact.consents = choice === type.consent_type ? [...others, { id: type.id, consent_type: choice }] : others;
  contact.updated_at = call.now;
  return renderSubscriptionType(type);
}

function detach(call: Call): unknown {
  const contact = namedContact(call, call.params.contact_id);
  const type = typeOf(call, call.params.subscription_id);
  const consent = existing(
    contact.consents.find(({ id }) => id === type.id),
    'Subscription type of this user',
  );
  contact.consents = contact.consents.filter((kept) => kept !== consent);
  contact.updated_at = call.now;
  return renderSubscriptionType(type);
}

/** Kinds of messages and contacts' choices. */
export const subscriptionRoutes: Routes = {
  'GET /subscription_types': (call) => page(call, subscriptionTypes(call.workspace).all(), renderSubscriptionType),
  'POST /contacts/{contact_id}/subscriptions': attach,
  'DELETE /contacts/{contact_id}/subscriptions/{subscription_id}': detach,
};
