import { uuid } from '../../generic/uuid.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import type { AttributeOption, ConversationAttribute } from '../../model/data.ts';
import { namedAttribute, renderAttribute } from './conversation-attribute.ts';

function invalid(message: string): Fault {
  return new Fault(422, message, { code: 'parameter_invalid' });
}

/** The attribute in the path and its options; throws a Fault where it has none. */
function listOf(call: Call): { attribute: ConversationAttribute; options: AttributeOption[] } {
  const attribute = namedAttribute(call);
  if (attribute.options === undefined) throw invalid('This attribute is no list and has no options');
  return { attribute, options: attribute.options };
}

/** An option that was archived is there no more. */
function optionOf({ params }: Call, options: readonly AttributeOption[]): AttributeOption {
  const option = options.find(({ id, archived }) => id === params.option_id && !archived);
  return existing(option, 'List option', 'conversation_attribute_not_found');
}

/** The label in a body, which may hold nothing else and no label that another option has. */
function labelOf({ body }: Call, others: readonly AttributeOption[]): string {
  if (Object.keys(body).some((key) => key !== 'label')) throw invalid('an option takes a label and nothing else');
  const label = typeof body.label === 'string' ? body.label.trim() : '';
  if (label === '') throw invalid('label is required');
  if (others.some((other) => !other.archived && other.label === label)) throw invalid(`There is an option ${label}`);
  return label;
}

function create(call: Call): unknown {
  const { attribute, options } = listOf(call);
  options.push({ id: uuid(call.workspace.random), label: labelOf(call, options), archived: false });
  return changed(call, attribute);
}

function rename(call: Call): unknown {
  const { attribute, options } = listOf(call);
  const option = optionOf(call, options);
  option.label = labelOf(
    call,
    options.filter((other) => other !== option),
  );
  return changed(call, attribute);
}

function archive(call: Call): unknown {
  const { attribute, options } = listOf(call);
  const option = optionOf(call, options);
  if (options.filter(({ archived }) => !archived).length <= 2)
    throw invalid('Of a list, two options or more have to stay active');
  option.archived = true;
  return changed(call, attribute);
}

function changed({ now }: Call, attribute: ConversationAttribute): unknown {
  attribute.updated_at = now;
  return renderAttribute(attribute);
}

/** The choices of a list that conversations have. */
export const conversationAttributeOptionRoutes: Routes = {
  'POST /conversations/attributes/{id}/options': create,
  'PUT /conversations/attributes/{id}/options/{option_id}': rename,
  'DELETE /conversations/attributes/{id}/options/{option_id}': archive,
};
