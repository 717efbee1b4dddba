import type { NothingFound } from '../runtime/profile/advice.ts';

/** What to say of a look-up that Intercom answers with 404 where there is nothing: it is a search with an empty result. */
export const nothingFound: NothingFound = ({ status, call }) => {
  if (status !== 404) return undefined;
  const { name, company_id, external_id } = call.arguments;
  if (call.tool === 'list_all_intercom_companies') {
    if (company_id !== undefined)
      return 'No company has this company_id: it is your own id of it. With an id of Intercom use get_single_intercom_company_by_id.';
    return name === undefined
      ? undefined
      : 'No company has exactly this name: only the whole name matches, in its own spelling. Go through companies with list_all_intercom_companies_list.';
  }
  if (call.tool === 'list_all_intercom_custom_object_instances' && external_id !== undefined)
    return 'No instance has this external_id, or no object type has this identifier. Leave external_id out to list all.';
  return undefined;
};
