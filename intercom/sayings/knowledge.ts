import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What writers, operators and developers say for the tools of knowledge, the AI agent, reports and settings. */
export const knowledgeSayings: Sayings = {
  list_all_intercom_articles_search: `
    search the help center, find an article, what do our docs say about, how do I, is there a help page about, faq,
    steps for, documentation on, public knowledge base, draft articles, published articles, do we have a public page
    explaining, where is it documented, article about two factor login, what do we say publicly, help page for
    customers on, instructions for, find a guide, is it in the faq`,
  list_all_intercom_articles: 'all articles, every help page, latest changed docs, list of the faq',
  get_single_intercom_article_by_id: `
    show an article, text of a help page, views of an article, thumbs up, reactions, how is an article doing, is it
    published, readers of an article, did readers like it, helpful votes, open help page number, who wrote the article`,
  create_a_intercom_article: `
    write an article, new help page, add to the faq, new docs page, draft a guide, publish a new article, document how
    to, write it but do not publish, write up the steps for customers, faq entry, public guide on, new documentation
    page, add a how to`,
  update_a_intercom_article_by_id: `
    edit an article, fix a typo in a help page, change the docs, rewrite a guide, publish an article, publish a draft,
    unpublish, take offline, put back to draft, move to another collection, change the author, translate, edit a help
    center article, faq entry is outdated, replace the text, wrong price on the help page, getting started page has an
    error, make the article visible, hide a help page, correct a sentence, improve the guide, article to another
    category, publish the page, schedule`,
  delete_a_intercom_article_by_id: `
    delete an article, remove a help page for good, obsolete docs page, page is obsolete, article can go, get rid of a
    help page, trash an article`,
  get_single_intercom_article_draft_by_id: `
    unpublished changes of an article, what is staged, preview of changes, pending edits of a published article`,
  update_a_intercom_article_draft_by_id: `
    prepare changes without publishing, edit a live article without readers seeing it yet, stage an edit, work in
    progress, not live yet, readers should not see the change now, prepare new wording for later`,
  intercom_article_draft_publish: `
    put the staged changes live, release pending edits, publish the changes of an article, publish a draft, pending
    changes should go online, make the edits visible, publish what is staged`,
  list_all_intercom_article_versions: `
    history of an article, who edited the article, earlier versions, when was it changed, revisions, who changed this
    article, when was the page last edited, last change of a help page, change log of an article`,
  get_single_intercom_article_version_by_id: `
    how did the article read before, text of an old version, bring back old wording, earlier revision, what did the
    page say last month, previous wording, old text of an article, restore`,
  intercom_articles_attach_tag: 'label an article, tag a help page',
  intercom_articles_detach_tag: 'remove the label from an article, untag a help page',
  list_all_intercom_help_center_collections: `
    sections of the help center, folders, categories of the faq, structure of the docs, id of a collection, which
    categories does the help site have, how are the docs organised, tree of the help center`,
  get_single_intercom_help_center_collection_by_id: `
    one section, one folder of the help center, description of a category`,
  create_a_intercom_help_center_collection: `
    new section in the help center, new folder for articles, new category, subfolder, sub section below billing, new
    topic in the help centre, group articles under`,
  update_a_intercom_help_center_collection_by_id: `
    rename a section, move a folder, change the icon or description of a category, translate a collection, section
    should be called, different name for a category, reorder sections`,
  delete_a_intercom_help_center_collection_by_id: `
    delete a section of the help center, remove a folder, empty category, section is empty and can go, get rid of a
    category`,
  list_all_intercom_help_centers: `
    which help centers do we have, languages of the docs site, custom domain, help site url`,
  get_single_intercom_help_center_by_id: 'one help center, domain of the help site, is it switched on, languages',
  list_all_intercom_help_center_redirects: 'which old links are forwarded, all redirects, url forwarding',
  get_single_intercom_help_center_redirect_by_id: 'where does an old link lead, one redirect',
  create_a_intercom_help_center_redirect: `
    forward an old link, broken link, url moved, dead page, 404, readers should land on another page, old address is
    dead, link moved, page was renamed so forward, bookmark no longer works`,
  delete_a_intercom_help_center_redirect_by_id: 'stop forwarding a link, remove a redirect',
  list_all_intercom_internal_articles: `
    all runbooks, internal docs, staff handbook, what is for agents only, playbooks, which internal how tos do we
    have, guidelines for the support team, list of playbooks`,
  list_all_intercom_internal_articles_search: 'internal docs of one folder, runbooks in a folder',
  get_single_intercom_internal_article_by_id: `
    show a runbook, text of an internal page, playbook for agents, what is in the runbook, open the internal guide,
    read the playbook`,
  create_a_intercom_internal_article: `
    write a runbook, new internal page, sop, playbook for agents only, staff only instructions, write down for the
    team how to handle, how to for agents about chargebacks, guideline for colleagues, document a process for staff`,
  update_a_intercom_internal_article_by_id: `
    edit a runbook, change an internal page, correct the playbook, staff only page has a mistake, runbook contains a
    mistake, process changed so update the playbook, internal guide is outdated`,
  delete_a_intercom_internal_article_by_id: 'delete a runbook, remove an internal page, outdated playbook',
  intercom_internal_articles_attach_tag: 'label a runbook, tag an internal page',
  intercom_internal_articles_detach_tag: 'remove the label from a runbook, untag an internal page',
  list_all_intercom_content_search: `
    search all knowledge, anything we have written about, search internal articles, search runbooks, find in snippets
    and external pages, look everywhere, what can the bot know about, content by language, content by author, is there
    anything internal or public on, find in all sources, what do we know about, search the whole knowledge base,
    policy on, search our internal docs`,
  intercom_content_bulk_update: `
    many articles at once, take several pages offline, publish all, delete many pages, tag many articles, switch on
    for the bot in bulk, hide many help pages, all of these articles, several pages together, publish 20 articles,
    switch off for the ai in bulk, mass change of articles`,
  list_all_intercom_content_snippets: 'all facts for the bot, snippets',
  get_single_intercom_content_snippet_by_id: 'one snippet, text of a fact for the bot',
  create_a_intercom_content_snippet: `
    teach the bot a fact, add a snippet, something only the ai should know, short answer for the bot, teach fin that,
    bot should know, tell the ai a new fact, knowledge only for the ai, answer for the bot when asked`,
  update_a_intercom_content_snippet_by_id: `
    correct a fact of the bot, edit a snippet, the bot says a wrong thing, bot still tells the old price, fin answers
    wrongly because of a snippet, ai fact is outdated`,
  delete_a_intercom_content_snippet_by_id: `
    bot should forget a fact, remove a snippet, fact is no longer true for the bot, ai should stop saying`,
  intercom_content_snippets_attach_tag: 'label a snippet, tag a fact',
  intercom_content_snippets_detach_tag: 'remove the label from a snippet, untag a fact',
  list_all_intercom_news_items: `
    announcements, changelog, what is new posts, release notes, product updates, news drafts, which announcements are
    live, what did we announce, all posts, drafts of release notes`,
  get_single_intercom_news_item_by_id: 'one announcement, text of a release note, reactions to a news post',
  create_a_intercom_news_item: `
    announce a feature, write a release note, post an update, news in the messenger, changelog entry, tell everybody
    about the new version, post for version, whats new entry, announce dark mode, new post in the feed, draft a
    changelog post`,
  update_a_intercom_news_item_by_id: `
    edit an announcement, publish a news post, correct a release note, put the news live, release note has a wrong
    date, fix the announcement, publish the post now, change the headline of a news post`,
  delete_a_intercom_news_item_by_id: `
    delete an announcement, take a news post down, remove a release note, remove a post from the feed, retract an
    announcement`,
  list_all_intercom_news_newsfeeds: 'which newsfeeds are there, channels for announcements, id of a newsfeed',
  get_single_intercom_news_newsfeed_by_id: 'one newsfeed',
  list_all_intercom_news_newsfeed_items: 'what do customers see in the newsfeed, live announcements of a feed',

  list_all_intercom_ai_content_import_sources: `
    which websites does the bot learn from, sources of the ai, knowledge sources, last sync, from which sites does fin
    get its knowledge, crawled sites, what is imported for the ai`,
  get_single_intercom_ai_content_import_source_by_id: 'one source of the bot, when was the website synced, sync status',
  create_a_intercom_ai_content_import_source: `
    let the bot learn from a website, new knowledge source, connect our docs site, crawl, crawl a site, point the ai
    at our docs, import the wiki for the bot, let fin read`,
  update_a_intercom_ai_content_import_source_by_id: `
    switch a source of the bot off, pause the sync of a website, change the url of a source, stop fin learning from a
    site, sync again, deactivate a source`,
  delete_a_intercom_ai_content_import_source_by_id: `
    bot should not use the website any more, remove a knowledge source`,
  list_all_intercom_ai_external_pages: 'which pages does the bot know, external content of the ai',
  get_single_intercom_ai_external_page_by_id: 'one page of the bot, what does the ai have of this page',
  create_or_update_a_intercom_ai_external_page: `
    feed a page to the bot, the ai should know this page, push a wiki page, confluence or notion page for the bot,
    make a page known to the ai, upload a page for fin, add a document for the ai, give the ai our manual`,
  update_a_intercom_ai_external_page_by_id: `
    page of the bot is outdated, refresh an external page, change the text that the ai has`,
  delete_a_intercom_ai_external_page_by_id: `
    bot should forget a page, remove an external page, ai quotes an old page, make the ai forget a page, page should
    not be used by fin`,
  list_all_intercom_audiences: 'target groups of the bot, who does the ai talk to, audiences',
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
    question to the ai, ask fin, get an answer from the bot for our app, begin an ai conversation`,
  intercom_fin_reply: `
    pass the next message to the bot, user answered the bot, continue with the ai agent, user says more to fin, next
    turn with the bot`,
  intercom_fin_csat: `
    rate the bot, customer score for the ai answer, thumbs for the bot, satisfaction with the ai, customer rated the
    bot, stars for the ai, save the feedback on fin`,
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
    external systems of fin, which apis are connected, list of connectors, actions of the bot`,
  get_single_intercom_data_connector_by_id: 'settings of an integration, which url does the connector call',
  create_a_intercom_data_connector: `
    let the bot call our api, new integration, webhook, connect our backend, look up an order in our system, http
    request, bot should look something up, give fin access to our systems, request to our backend, fin action, ai
    should check the order status`,
  update_a_intercom_data_connector_by_id: `
    change the url of an integration, switch a connector on, set live, api moved to a new address, url of the
    connector changed, turn the connector live, new header, edit the api call of the bot`,
  delete_a_intercom_data_connector_by_id: 'remove an integration of the bot, delete a connector',
  list_all_intercom_data_connector_execution_results: `
    why did the integration fail, errors of the api call, last runs, webhook log, failed requests of the bot, lookup
    of the bot returns errors, did the connector work, api errors since this morning, failed requests to our api,
    debug the integration, timeouts`,
  get_single_intercom_data_connector_execution_result_by_id: `
    one run of an integration, request and response of a failed api call, payload`,
  get_single_intercom_export_workflow_by_id: `
    logic of an automation, back up a workflow, workflow as a file, json of the bot flow, steps of an automation,
    whole logic of the onboarding automation, flow definition, review a workflow`,

  intercom_export_reporting_data_enqueue: `
    report, csv of response times, first response time, csat of last month, statistics, kpis, export conversations,
    board report, numbers per agent, sla report, analytics, data for a dashboard, spreadsheet with the number of
    chats, per agent last month, csat per agent, how fast do we answer, numbers for management, excel of
    conversations, closed chats per week, raw data of tickets, monthly figures, average handling time`,
  list_all_intercom_export_reporting_data_datasets: `
    what can be reported, which metrics are there, datasets, columns of a report, available kpis, what can be put into
    a report, which columns can I export, measures, fields of a dataset`,
  get_single_intercom_export_reporting_data_by_id: `
    is the report ready, status of an export, how far is the report, has my export finished, report I asked for,
    export still running`,
  get_single_intercom_download_reporting_data_by_id: `
    download the report, get the csv, file of the export, give me the finished file, fetch the csv of my report`,
  intercom_export_content_data_enqueue: `
    open rates, click rates, performance of campaigns, email statistics, how did the newsletter do, bounces, export
    message stats, how did the january newsletter perform, opens and clicks, who opened our campaign, outbound
    performance, mail statistics, unsubscribe rate, conversion of a campaign`,
  get_single_intercom_export_content_data_by_id: 'is the message export ready, status of the campaign export',
  get_single_intercom_download_content_data_by_id: 'download the campaign statistics, file of the message export',
  intercom_export_content_data_cancel: `
    stop an export, abort the message export, started the wrong export, abort the running export, not needed any more,
    cancel the campaign export`,

  list_all_intercom_office_hours_schedules: `
    when are we open, opening times, business hours, support hours, working hours, from when to when do we answer, are
    we open on sundays, which schedules exist, support times`,
  get_single_intercom_office_hours_schedule_by_id: 'one schedule, opening hours of a team, hours on friday',
  create_a_intercom_office_hours_schedule: `
    new opening hours, set up business hours for a team, support times for another region, new team works from 6 to
    14, hours for the us team, second schedule`,
  update_a_intercom_office_hours_schedule_by_id: `
    change the opening hours, open longer, close earlier every friday, other time zone, weekend support, we now also
    open on saturdays, start earlier, adjust the hours, we close at five from now on`,
  delete_a_intercom_office_hours_schedule_by_id: 'remove opening hours, old schedule',
  list_all_intercom_office_hours_exceptions: `
    which holidays are entered, special opening days, closed days, bank holidays, which days are we closed, holidays
    this year, upcoming closures`,
  get_single_intercom_office_hours_exception_by_id: 'one holiday, special hours of a day',
  create_a_intercom_office_hours_exception: `
    add a holiday, closed on a day, christmas, bank holiday, shorter hours on one day, special day, tomorrow we close
    at noon, closed at christmas, company outing, enter a day off, new year, we are shut on, half day`,
  update_a_intercom_office_hours_exception_by_id: 'change a holiday, move a closed day, other hours on a special day',
  delete_a_intercom_office_hours_exception_by_id: `
    remove a holiday, we are open on that day after all, holiday entered by mistake, we work on that holiday, remove
    the closed day`,
  get_single_intercom_ip_allowlist: `
    which ip addresses may log in, from where can people access, ip restriction, allowed ips for the login, which
    networks may access, is the ip filter on`,
  update_a_intercom_ip_allowlist: `
    allow an ip address, restrict access to the office network, vpn address, switch the ip restriction off, who may
    access the workspace from where, only our vpn, add an ip range, block other networks, remote office`,
};
