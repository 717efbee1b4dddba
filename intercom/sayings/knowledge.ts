import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What writers say for the tools of articles, help centers and news. */
export const knowledgeSayings: Sayings = {
  list_all_intercom_articles_search: `
    search the help center, find an article, what do our docs say about, how do I, is there a help page about, faq,
    steps for, documentation on, public knowledge base, draft articles, published articles, do we have a public page
    explaining, where is it documented, article about two factor login, what do we say publicly, help page for
    customers on, instructions for, find a guide, is it in the faq, docs on a topic, which help article covers,
    anything in the help center about, link to the article about, does an article exist about, article on exporting,
    help page on, search in the faq, drafts about, which articles mention, anything in the help centre on, which
    article explains, search faq, guide about, public article for, where in our faq do we explain, search published
    articles, which help page describes, do our docs mention`,
  list_all_intercom_articles: `
    all articles, every help page, latest changed docs, list of the faq, list articles, newest help pages, complete
    help center`,
  get_single_intercom_article_by_id: `
    show an article, text of a help page, views of an article, thumbs up, reactions, how is an article doing, is it
    published, readers of an article, did readers like it, helpful votes, open help page number, who wrote the
    article, get the article, full text of the article, read article number, views and ratings, who wrote the article
    and how is it rated, last update of the article, view count of an article, article statistics, open the article,
    how many people viewed the article, is the article helpful, article details`,
  create_a_intercom_article: `
    write an article, new help page, add to the faq, new docs page, draft a guide, publish a new article, document how
    to, write it but do not publish, write up the steps for customers, faq entry, public guide on, new documentation
    page, add a how to, new article, article about, publish a guide, put into the help center, publish a how to for
    customers, we need an article on, write a post for the help center, new tutorial, turn this answer into an
    article, new guide for customers, new help article on, add documentation for a feature, write an article for our
    help center, document a feature publicly, add a page to the help site`,
  update_a_intercom_article_by_id: `
    publish the draft, draft goes live, put a draft online, publish a draft article, edit an article, fix a typo in a
    help page, change the docs, rewrite a guide, publish an article, publish a draft, unpublish, take offline, put
    back to draft, move to another collection, change the author, translate, edit a help center article, faq entry is
    outdated, replace the text, wrong price on the help page, getting started page has an error, make the article
    visible, hide a help page, correct a sentence, improve the guide, article to another category, publish the page,
    schedule, take it off the site, edit help article, change the title of an article, add a paragraph, wrong link in
    an article, french translation, update screenshots, set back to draft, article needs an update, pricing page is
    wrong, move the article into a section, new screenshot, hide the article, change the language, article has a
    broken link, publish this article now, unpublish an article, article should be offline, rename an article, article
    text is wrong, change article, article is still a draft so make it public, correct the article, replace a
    paragraph, article should be in another language too, make an article public`,
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
    article, when was the page last edited, last change of a help page, change log of an article, who edited the
    article and when, article history`,
  get_single_intercom_article_version_by_id: `
    how did the article read before, text of an old version, bring back old wording, earlier revision, what did the
    page say last month, previous wording, old text of an article, restore`,
  intercom_articles_attach_tag: 'label an article, tag a help page',
  intercom_articles_detach_tag: 'remove the label from an article, untag a help page',
  list_all_intercom_help_center_collections: `
    sections of the help center, folders, categories of the faq, structure of the docs, id of a collection, which
    categories does the help site have, how are the docs organised, tree of the help center, list collections, folders
    of the knowledge base`,
  get_single_intercom_help_center_collection_by_id: `
    one section, one folder of the help center, description of a category`,
  create_a_intercom_help_center_collection: `
    new section in the help center, new folder for articles, new category, subfolder, sub section below billing, new
    topic in the help centre, group articles under, create a folder, another section, new collection`,
  update_a_intercom_help_center_collection_by_id: `
    rename a section, move a folder, change the icon or description of a category, translate a collection, section
    should be called, different name for a category, reorder sections, move a section below another, section
    description`,
  delete_a_intercom_help_center_collection_by_id: `
    delete a section of the help center, remove a folder, empty category, section is empty and can go, get rid of a
    category`,
  list_all_intercom_help_centers: `
    which help centers do we have, languages of the docs site, custom domain, help site url, url of our help center,
    help centers and their ids, is the help center public`,
  get_single_intercom_help_center_by_id: 'one help center, domain of the help site, is it switched on, languages',
  list_all_intercom_help_center_redirects: 'which old links are forwarded, all redirects, url forwarding',
  get_single_intercom_help_center_redirect_by_id: 'where does an old link lead, one redirect',
  create_a_intercom_help_center_redirect: `
    forward an old link, broken link, url moved, dead page, 404, readers should land on another page, old address is
    dead, link moved, page was renamed so forward, bookmark no longer works, old page should lead to the new one,
    redirect a url`,
  delete_a_intercom_help_center_redirect_by_id: 'stop forwarding a link, remove a redirect',
  list_all_intercom_internal_articles: `
    all runbooks, internal docs, staff handbook, what is for agents only, playbooks, which internal how tos do we
    have, guidelines for the support team, list of playbooks, where is the internal guide, find our internal
    documentation`,
  list_all_intercom_internal_articles_search: 'internal docs of one folder, runbooks in a folder',
  get_single_intercom_internal_article_by_id: `
    show a runbook, text of an internal page, playbook for agents, what is in the runbook, open the internal guide,
    read the playbook`,
  create_a_intercom_internal_article: `
    write a runbook, new internal page, sop, playbook for agents only, staff only instructions, write down for the
    team how to handle, how to for agents about chargebacks, guideline for colleagues, document a process for staff,
    new internal doc, put our process into the internal docs, knowledge for staff, write a guide for our team, process
    for agents, document internally, page only our agents can see, new process for agents, internal instructions`,
  update_a_intercom_internal_article_by_id: `
    edit a runbook, change an internal page, correct the playbook, staff only page has a mistake, runbook contains a
    mistake, process changed so update the playbook, internal guide is outdated, add a step to the playbook, internal
    article is wrong, edit internal guide`,
  delete_a_intercom_internal_article_by_id: 'delete a runbook, remove an internal page, outdated playbook',
  intercom_internal_articles_attach_tag: 'label a runbook, tag an internal page',
  intercom_internal_articles_detach_tag: 'remove the label from a runbook, untag an internal page',
  list_all_intercom_content_search: `
    search all knowledge, anything we have written about, search internal articles, search runbooks, find in snippets
    and external pages, look everywhere, what can the bot know about, content by language, content by author, is there
    anything internal or public on, find in all sources, what do we know about, search the whole knowledge base,
    policy on, search our internal docs, find all content that mentions, which documents talk about, look in every
    source, internal and public articles, find internal articles, search internal docs for, where have we written
    about, knowledge on`,
  intercom_content_bulk_update: `
    many articles at once, take several pages offline, publish all, delete many pages, tag many articles, switch on
    for the bot in bulk, hide many help pages, all of these articles, several pages together, publish 20 articles,
    switch off for the ai in bulk, mass change of articles, unpublish, unpublish several, bulk delete of content, tag
    content in bulk`,
  list_all_intercom_news_items: `
    announcements, changelog, what is new posts, release notes, product updates, news drafts, which announcements are
    live, what did we announce, all posts, drafts of release notes, list news, posts about, which news are drafts,
    what did we publish in the news, latest release notes`,
  get_single_intercom_news_item_by_id: 'one announcement, text of a release note, reactions to a news post',
  create_a_intercom_news_item: `
    announce a feature, write a release note, post an update, news in the messenger, changelog entry, tell everybody
    about the new version, post for version, whats new entry, announce dark mode, new post in the feed, draft a
    changelog post, post about new pricing, publish news, tell users what is new, product announcement, share an
    update, put out news on, inform everybody in the messenger about, news post for a release, tell all users in the
    app about a version, as news, new release to announce`,
  update_a_intercom_news_item_by_id: `
    edit an announcement, publish a news post, correct a release note, put the news live, release note has a wrong
    date, fix the announcement, publish the post now, change the headline of a news post`,
  delete_a_intercom_news_item_by_id: `
    delete an announcement, take a news post down, remove a release note, remove a post from the feed, retract an
    announcement`,
  list_all_intercom_news_newsfeeds: 'which newsfeeds are there, channels for announcements, id of a newsfeed',
  get_single_intercom_news_newsfeed_by_id: 'one newsfeed',
  list_all_intercom_news_newsfeed_items: 'what do customers see in the newsfeed, live announcements of a feed',
};
