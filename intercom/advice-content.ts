import type { AdviceRule } from './advice-rule.ts';

/** What to do where the state of content, settings or jobs is in the way: the tool that changes it. */
export const contentRules: readonly AdviceRule[] = [
  // Articles
  {
    tool: /_article_draft_publish$/,
    code: 'parameter_invalid',
    says: /no draft|nothing staged|must be published|only a published/i,
    advice:
      'Nothing is staged. An article that is a draft is published with update_a_intercom_article_by_id and state published. Changes of a published one are staged with update_a_intercom_article_draft_by_id first.',
  },
  {
    tool: /_article_draft_by_id$/,
    status: 422,
    says: /published/i,
    advice:
      'Change the article itself with update_a_intercom_article_by_id: it was never published, so nothing can be staged. state published puts it online.',
  },
  {
    tool: /_article_draft_by_id$/,
    status: 404,
    advice:
      'Correct article_id, or read the article with get_single_intercom_article_by_id: nothing is staged for it, or it does not exist. Find articles with list_all_intercom_articles_search.',
  },
  {
    tool: /_article_draft_publish$/,
    says: /locale|pending/i,
    advice:
      'Give as locales the languages with staged changes alone: get_single_intercom_article_draft_by_id shows them.',
  },
  {
    code: 'content_has_procedure_dependencies',
    advice: 'Tell the user: a procedure uses this snippet, and only people can change procedures.',
  },
  // What exists once
  {
    tool: /_help_center_redirect$/,
    status: 409,
    advice:
      'Delete the old redirect with delete_a_intercom_help_center_redirect_by_id first, if this one shall replace it. Find redirects with list_all_intercom_help_center_redirects.',
  },
  {
    tool: /_fin_voice_register$/,
    status: 409,
    advice: 'Do not register it again: read the call with get_single_intercom_fin_voice_by_external_id.',
  },
  {
    tool: /_conversations_attribute(?:_option)?$/,
    says: /already|^There is an option/i,
    advice:
      'Choose another name, or use the one that exists. Find attributes and options with list_all_intercom_conversations_attributes.',
  },
  {
    tool: /_data_attribute$/,
    says: /already/i,
    advice:
      'Choose another name, or use the attribute that exists. Find custom attributes with list_all_intercom_data_attributes.',
  },
  {
    tool: /_ticket_type_attribute(?:_by_id)?$/,
    says: /already/i,
    advice:
      'Choose another name, or change the attribute that exists with update_a_intercom_ticket_type_attribute_by_id. The attributes of a type are in list_all_intercom_ticket_types.',
  },
  {
    tool: /_office_hours_exception/,
    says: /already|duplicate/i,
    advice:
      'Change the exception of that day with update_a_intercom_office_hours_exception_by_id. Find exceptions with list_all_intercom_office_hours_exceptions.',
  },
  {
    tool: /_or_update_a_intercom_tag$/,
    says: /already/i,
    advice: 'Use the tag of that name, or choose another one. Find tags with list_all_intercom_tags.',
  },
  // What is in use
  {
    code: 'data_connector_in_use',
    advice: 'Ask the user to take it out of the workflows and procedures that the message names: no tool does.',
  },
  {
    tool: /_data_connector_by_id$/,
    code: 'conflict',
    advice: 'Set state to draft with update_a_intercom_data_connector_by_id first: only a draft can be deleted.',
  },
  {
    tool: /_tag_by_id$/,
    says: /dependent/i,
    advice: 'Ask the user to change the segments that the message names: no tool does, and they use this tag.',
  },
  {
    says: /depend/i,
    tool: /_data_attribute_by_id$/,
    advice: 'Ask the user to change what the message names first: it depends on this attribute.',
  },
  // Others
  {
    code: 'away_status_reason_mandatory',
    advice: 'Give away_status_reason_id. Find reasons with list_all_intercom_away_status_reasons.',
  },
  {
    says: /away status reason/i,
    advice:
      'Give the id of a reason that is not deleted as away_status_reason_id. Find reasons with list_all_intercom_away_status_reasons.',
  },
  {
    tool: /_reporting_data_enqueue$/,
    says: /dataset|attribute_ids/,
    advice:
      'Correct dataset_id and attribute_ids. Find datasets and attributes with list_all_intercom_export_reporting_data_datasets.',
  },
  {
    tool: /_fin_(?:reply|csat)$/,
    says: /not known/,
    advice: 'Start the conversation with intercom_fin_start first, and give the conversation_id that you chose there.',
  },
  {
    tool: /_fin_start$/,
    says: /before|already/,
    advice:
      'Go on with intercom_fin_reply: this conversation_id was started before. A new conversation needs a new id.',
  },
  {
    tool: /_call_recording_by_id$/,
    status: 404,
    says: /recording/i,
    advice: 'Tell the user: this call has no recording. Its words may be in get_single_intercom_call_transcript_by_id.',
  },
  {
    tool: /_help_center_collection_by_id$/,
    says: /inside itself/,
    advice: 'Give another parent_id: a collection cannot stand inside itself.',
  },
  {
    tool: /_ip_allowlist$/,
    status: 422,
    advice: 'Add the address that the message names to ip_allowlist: without it the workspace would be locked.',
  },
];
