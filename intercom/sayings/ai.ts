import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What operators and developers say for the tools of the AI agent: what it knows, whom it serves, what it calls. */
export const aiSayings: Sayings = {
  list_all_intercom_content_snippets: 'all facts for the bot, snippets',
  get_single_intercom_content_snippet_by_id: 'one snippet, text of a fact for the bot',
  create_a_intercom_content_snippet: `
    teach the bot a fact, add a snippet, something only the ai should know, short answer for the bot, teach fin that,
    bot should know, tell the ai a new fact, knowledge only for the ai, answer for the bot when asked, fin should
    answer from this text, text for the ai, give the bot an answer, faq for the bot, add knowledge for the bot,
    remember for the ai, bot should know we are closed, short fact for fin, add something to what the bot knows, bot
    should answer that, make fin say, tell fin that we do not, custom answer of fin, knowledge snippet`,
  update_a_intercom_content_snippet_by_id: `
    correct a fact of the bot, edit a snippet, the bot says a wrong thing, bot still tells the old price, fin answers
    wrongly because of a snippet, ai fact is outdated`,
  delete_a_intercom_content_snippet_by_id: `
    bot should forget a fact, remove a snippet, fact is no longer true for the bot, ai should stop saying`,
  intercom_content_snippets_attach_tag: 'label a snippet, tag a fact',
  intercom_content_snippets_detach_tag: 'remove the label from a snippet, untag a fact',
  list_all_intercom_ai_content_import_sources: `
    which websites does the bot learn from, sources of the ai, knowledge sources, last sync, from which sites does fin
    get its knowledge, crawled sites, what is imported for the ai, knowledge sources of the ai, which sites are
    synced, sources list`,
  get_single_intercom_ai_content_import_source_by_id: 'one source of the bot, when was the website synced, sync status',
  create_a_intercom_ai_content_import_source: `
    let the bot learn from a website, new knowledge source, connect our docs site, crawl, crawl a site, point the ai
    at our docs, import the wiki for the bot, let fin read, import pages of a site for the ai, sync a website into
    fin, fin should learn the content of a site, add a website to the bot`,
  update_a_intercom_ai_content_import_source_by_id: `
    switch a source of the bot off, pause the sync of a website, change the url of a source, stop fin learning from a
    site, sync again, deactivate a source`,
  delete_a_intercom_ai_content_import_source_by_id: `
    bot should not use the website any more, remove a knowledge source`,
  list_all_intercom_ai_external_pages: `
    which pages does the bot know, external content of the ai, pages that fin imported, urls the bot knows`,
  get_single_intercom_ai_external_page_by_id: 'one page of the bot, what does the ai have of this page',
  create_or_update_a_intercom_ai_external_page: `
    feed a page to the bot, the ai should know this page, push a wiki page, confluence or notion page for the bot,
    make a page known to the ai, upload a page for fin, add a document for the ai, give the ai our manual, import a
    page for the ai, sync our own docs into fin, replace a page that fin has`,
  update_a_intercom_ai_external_page_by_id: `
    page of the bot is outdated, refresh an external page, change the text that the ai has`,
  delete_a_intercom_ai_external_page_by_id: `
    bot should forget a page, remove an external page, ai quotes an old page, make the ai forget a page, page should
    not be used by fin, ai gives wrong answers from an old page, drop a page from fin`,
  list_all_intercom_audiences: `
    target groups of the bot, who does the ai talk to, audiences, list of ai audiences, rules of target groups`,
  get_single_intercom_audience_by_id: 'one target group, rules of an audience',
  create_a_intercom_audience: `
    new target group for the bot, only premium users get this content, define an audience, bot content only for some
    customers, group for the ai, segment for fin`,
  update_a_intercom_audience_by_id: `
    change a target group of the bot, other rules for an audience, only people from a country, rename an audience,
    limit the target group to, narrow an audience, include trial users in the audience`,
  delete_a_intercom_audience_by_id: 'remove a target group of the bot, delete an audience',
  intercom_fin_start: `
    ask the bot, hand a question to the ai agent, let the ai answer in our own app, start the bot, forward the
    question to the ai, ask fin, get an answer from the bot for our app, begin an ai conversation, let the ai answer a
    user message, have fin reply in our own chat, trigger fin, pass the customer question to the bot`,
  intercom_fin_reply: `
    pass the next message to the bot, user answered the bot, continue with the ai agent, user says more to fin, next
    turn with the bot`,
  intercom_fin_csat: `
    rate the bot, customer score for the ai answer, thumbs for the bot, satisfaction with the ai, customer rated the
    bot, stars for the ai, save the feedback on fin, feedback for the bot, rating of the ai answer`,
  intercom_fin_voice_register: `
    register a call for the voice bot, hand a phone call to the ai, start the phone bot, incoming call goes to the
    phone bot`,
  get_single_intercom_fin_voice_by_id: 'what did the phone bot say, call of the voice ai, summary of an ai call',
  get_single_intercom_fin_voice_by_external_id: `
    ai call by the id of our phone system, voice bot call from five9 or amazon connect`,
  get_single_intercom_fin_voice_by_phone_number: `
    last ai call of a phone number, what did the voice bot talk about with this number, what did the phone bot tell
    this caller, ai call with a number`,
  list_all_intercom_fin_voice_by_conversation_id: 'ai phone calls of a conversation, voice bot calls of a chat',
  list_all_intercom_data_connectors: `
    which integrations does the bot have, api calls that the ai can make, webhooks of the bot, connected systems,
    external systems of fin, which apis are connected, list of connectors, actions of the bot, connectors that are
    live, fin actions, list of integrations, which api requests can fin make, custom actions`,
  get_single_intercom_data_connector_by_id: `
    settings of an integration, which url does the connector call, config of a connector, headers and body of the api
    call`,
  create_a_intercom_data_connector: `
    let the bot call our api, new integration, webhook, connect our backend, look up an order in our system, http
    request, bot should look something up, give fin access to our systems, request to our backend, fin action, ai
    should check the order status, connect the bot to our shop, new api action, let fin fetch data, webhook for the
    bot`,
  update_a_intercom_data_connector_by_id: `
    change the url of an integration, switch a connector on, set live, api moved to a new address, url of the
    connector changed, turn the connector live, new header, edit the api call of the bot`,
  delete_a_intercom_data_connector_by_id: 'remove an integration of the bot, delete a connector',
  list_all_intercom_data_connector_execution_results: `
    why did the integration fail, errors of the api call, last runs, webhook log, failed requests of the bot, lookup
    of the bot returns errors, did the connector work, api errors since this morning, failed requests to our api,
    debug the integration, timeouts, last run of a connector, did it succeed, error rate of an integration, what went
    wrong in the api call, connector timeouts, errors of a connector today, did the webhook work, failed runs,
    execution history, why does the lookup of fin not work, order status lookup broken, what did fin request, fin
    cannot reach our system`,
  get_single_intercom_data_connector_execution_result_by_id: `
    one run of an integration, request and response of a failed api call, payload, what did the api return in a run,
    details of one execution`,
  get_single_intercom_export_workflow_by_id: `
    logic of an automation, back up a workflow, workflow as a file, json of the bot flow, steps of an automation,
    whole logic of the onboarding automation, flow definition, review a workflow, backup of a workflow, download a
    workflow, which steps does the automation have`,
};
