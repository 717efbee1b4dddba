import { dataAttributes } from '../../model/data.ts';
import type { SearchType } from '../../search/index.ts';
import type { Workspace } from '../../store/workspace.ts';

/** The type of a contact's attribute by its whole name, such as `custom_attributes.industry`. */
export function attributeType(workspace: Workspace, field: string): SearchType | undefined {
  const type = dataAttributes(workspace).find(
    ({ model, full_name }) => model === 'contact' && full_name === field,
  )?.data_type;
  return type === 'float' ? 'number' : type;
}
