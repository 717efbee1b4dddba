import { renderSubscriptionType } from '../../domain/data/render-subscription-type.ts';
import { subscriptionTypes } from '../../model/data.ts';
import type { Contact } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The subscription types on which a contact made a choice, as the API answers them: those it left and those it joined. */
export function consentsOf(workspace: Workspace, { consents }: Contact): { readonly id?: string }[] {
  return consents.flatMap(({ id }) => {
    const type = subscriptionTypes(workspace).get(id);
    return type === undefined ? [] : [{ id, ...renderSubscriptionType(type) }];
  });
}
