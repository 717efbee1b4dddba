import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What people say for the tools about what surrounds a customer: companies, events, messages, tags, notes, mailings. */
export const relationSayings: Sayings = {
  intercom_contacts_attach_company: `
    add a person to a company, works for, new employee of an account, joined the firm, put the user under an
    organisation, belongs to a company now, he works for, link the person with the account, new colleague at the
    client, move user to another company`,
  intercom_contacts_detach_company: `
    does not work there any more, left the company, take a person off an account, wrong company on a user, changed
    jobs, no longer employed, remove the user from the company, fired, off that account`,
  list_all_intercom_contact_companies: `
    which companies does he belong to, employer of a user, accounts of a person, where does she work, which firm is
    the user with, what organisation does she work for, his employers, all accounts of the person, company of a
    contact, organisations of a person`,
  intercom_contacts_attach_tag: `
    label a customer, tag this user, mark the person as vip, flag a client, put a label on this person, give the
    customer a tag, mark him as churn risk, tag customer, user should have the tag, attach the label to a client, give
    a label to the person`,
  intercom_contacts_detach_tag: `
    remove the label from a customer, untag a user, not a vip any more, take a tag off a person, label on the customer
    is wrong, take vip off him, untag customer, user should not have the tag`,
  list_all_intercom_contact_tags: `
    which labels does the customer have, tags of a person, how is this user labelled, labels on this person, is he
    tagged, what tags does the user carry, which labels does this client have`,
  list_all_intercom_contact_segments: `
    which segments is he in, does she belong to a segment, groups of a customer, is this lead in the segment, cohorts
    of a user`,
  list_all_intercom_contact_notes: `
    notes about a customer, what did colleagues write down about him, remarks on a profile, remarks colleagues left,
    what is noted on the profile, notes on him, background information on the customer, any notes on, read the notes,
    internal remarks`,
  create_a_intercom_contact_note: `
    write a note on the profile, write down about a customer, remark on a person, note on a user, prefers to be
    called, write on his profile, put a remark on the person, remember about this customer that, note that she
    prefers, add a note to the customer, note that, keep in mind about this client, log a phone call as a note, jot
    down on the customer, memo on the person, write in the profile that, remember for a person, speaks only, add info
    to the profile as a note, she prefers phone, note on her profile, internal remark on a user`,
  get_single_intercom_note_by_id: 'one note, text of a note, who wrote the note',
  create_a_intercom_company_note: `
    note on a company, write down about an account, remark for an organisation, renewal talk note, write down on the
    account, remember for this company, note for the client company, comment on a company, note about the account`,
  list_all_intercom_company_notes: `
    notes about a company, what was written down about the account, remarks on an organisation, everything we noted
    about the account`,
  list_all_intercom_contact_subscriptions: `
    what mailings does he get, did she opt out, newsletter preferences of a customer, is he subscribed, unsubscribed
    from, consent of a person, did he agree to marketing, gets no newsletter, is she signed up, email preferences,
    what is he opted out of, agreed to mails, which mails is she signed up for, subscriptions of a person, is he on
    the list, which topics did she opt out of, is she getting our newsletter, mailings of a person, did he
    unsubscribe, which newsletters does the person receive`,
  intercom_contacts_attach_subscription: `
    sign up for the newsletter, subscribe a customer, subscribe a contact to a subscription type, opt in, opt out of marketing, unsubscribe a person from a
    mailing, stop newsletters, no more product updates, record consent, sign her up, put him on the mailing list, stop
    sending marketing mails, no ads to this person, unsubscribe him, wants no newsletter, add to the newsletter,
    register for product news, subscribe to sms, does not want the digest any longer, take him off the mailing list,
    no emails about offers, stop the weekly mail, take him off the newsletter, cancel the newsletter for, should get
    no marketing, no longer wants to be texted, record a choice about mails, stop sms offers, consent to marketing`,
  intercom_contacts_detach_subscription: `
    undo an opt out, wants the newsletter again, resubscribe, take back a choice, end a subscription, unsubscribe from
    an opt in mailing, remove consent, should get mails again, back on the list, lift the opt out, withdraw consent,
    remove from the mailing list, take him off the newsletter he joined, reset the choice`,
  list_all_intercom_subscription_types: `
    which newsletters do we have, kinds of mailings, mailing lists, what can people subscribe to, sms lists, email
    topics, what mailings do we offer, topics to subscribe, which lists can one sign up to, ids of newsletters, list
    of mailing types, opt in lists`,
  list_all_intercom_companies: `
    find a company by name, look up an account, company by our id, companies with a label, organisations in a segment,
    do we have a company called, is the firm in the system, company with our customer number, which plan is the
    account on, how many seats does the account have, find the org, get a company by name, company details by name,
    companies tagged as, what do we have on the firm, account by name, find organisation, company with the name, plan
    of a company by name, is there an account for, search for a company`,
  list_all_intercom_companies_list: `
    companies by activity, most active accounts, recently active organisations, biggest accounts, go through
    companies, all our companies, accounts sorted by last seen, active most recently, browse accounts`,
  list_all_intercom_companies_scroll: `
    every company, all accounts of a large workspace, dump of companies, export all organisations, sync all companies,
    thousands of accounts, full copy of companies, tens of thousands of organisations`,
  get_single_intercom_company_by_id: `
    details of a company, plan of an account, monthly spend, size of an organisation, how many users has the company,
    how much do they pay, pull up the account, company profile, which plan is the firm on`,
  create_or_update_a_intercom_company: `
    new company, add an account, sync an organisation from the crm, upsert a firm, save a customer company, put the
    new client company into intercom, company from our billing system, create firm, register an organisation, add the
    business, company with id, new account for a firm, add as a new account`,
  update_a_intercom_company_by_id: `
    change the plan of a company, rename an account, custom field of a company, new website, industry, size, put the
    company on the enterprise plan, account upgraded, company moved, correct the company name, set the industry of an
    account, set the website of a company, change account data, edit company, changed plan to gold so adjust the
    account, account has a new name, update monthly spend, set custom field of a company`,
  delete_a_intercom_company_by_id: `
    delete a company, remove an account, organisation no longer exists, test company, get rid of an account, duplicate
    company, firm went bankrupt`,
  list_all_intercom_company_contacts: `
    who works there, employees, people at a company, users of an account, contacts of an organisation, all users of a
    firm, who do we know there, people from the account, staff of the client, everybody at, members of an account,
    which users belong to the firm, list of people for a company, users belonging to an account, who is registered for
    the company, our contacts at the firm`,
  list_all_intercom_company_segments: 'segments of a company, which group is the account in',
  list_all_intercom_segments: `
    which segments exist, saved groups of customers, cohorts, user groups, id of a segment, cohorts we have defined,
    list of user groups, saved filters of users, customer groups, list of segments with ids, which audiences of users,
    customer groups that marketing saved, dynamic lists of users`,
  get_single_intercom_segment_by_id: 'one segment, name of a segment, what kind of segment is it',
  list_all_intercom_data_attributes: `
    which custom fields do customers have, fields of users and companies, name of a field, is there a field for, data
    model, is a field writable, nps field, possible values of a user field, which field holds, where is the plan
    stored, what is tracked on users, custom data of companies, field names for searches, can it be written,
    attributes that can be set over the api, schema of contacts, all properties of a user, list of fields, which data
    do we store on customers, attribute names, is there a field for the birthday`,
  create_a_intercom_data_attribute: `
    new custom field for customers, add a field to users, store a date on every person, field for companies, new
    dropdown on companies, field for contract end, store something new about each user, add a property to accounts,
    new customer field, custom attribute for contacts, new property, track the birthday on users, we want to store a
    new thing on customers, add a date field to people`,
  update_a_intercom_data_attribute_by_id: `
    change a custom field of users, add a choice to a customer field, archive a customer field, description of a
    field, company dropdown needs a new choice, add a value to a user dropdown, rename an option of a customer field,
    stop using a field, edit a contact attribute`,
  list_all_intercom_events: `
    what did the user do in our app, activity of a customer, tracked events, last logins, usage, page views, product
    activity, has he used the feature, when did she last log in, what did the client click, page views of a user, did
    the user finish onboarding, history of actions, which events were tracked, what happened with the user, usage
    history, is she active, last activities in the product, app activity, clicks of a user, does she use the app at
    all, recent activity of a user, event list, has the user used a feature in the last days, what did the user click,
    last seen actions`,
  create_a_intercom_event: `
    track an event, log that a user did something, record an action, upgraded the plan, placed an order, signed a
    contract, cancelled, send a behaviour to intercom, track that the user finished onboarding, he just paid, note
    down an action of the user in the app, user upgraded, send a purchase, log an event, record that a customer has
    done, event happened, user subscribed, trial started, milestone, customer opened a page, log a page visit, log
    that the customer, register that a user, user finished the tutorial, user invited a colleague, downgraded, logged
    in, viewed`,
  create_a_intercom_event_summary: `
    import event history, how often something happened, backfill counts, total number of logins`,
  list_all_intercom_custom_object_instances: `
    orders of a customer, bookings, subscriptions as objects, find an order by our number, records of a custom object,
    look up a booking, order by number, contracts of a customer, custom records, shipments, order status, contracts
    stored, objects of a user, vehicles, licenses, devices, assets of a customer, which licences does the customer
    have, all subscriptions of a user as objects, order details of a customer, find an object by our id, list of
    bookings, shipments of a customer, contract of the client`,
  get_single_intercom_custom_object_instance_by_id: 'one order, details of a custom object, show a booking record',
  create_or_update_a_intercom_custom_object_instance: `
    save an order, push an order, sync a booking, update the status of an order, record of a custom object, order is
    shipped now, new booking for a customer, push a contract, send shipment data, import orders, save a licence, store
    a vehicle, add an asset to a customer, refresh the shipment status, status of a shipment changed to delivered,
    update a booking, write an order into intercom, change an object`,
  delete_a_intercom_custom_object_instance_by_id: 'delete an order record, remove a custom object by intercom id',
  delete_a_intercom_custom_object_instance_by_external_id: `
    delete an order by our order number, remove a custom object by our own id, cancelled booking, order was cancelled
    so remove it, delete a booking by its number`,
  get_single_intercom_visitor_by_user_id: `
    anonymous person on the website, who is this visitor, website guest, not signed up yet, details of a visitor,
    visitor data`,
  update_a_intercom_visitor: 'change the name of a website visitor, set data of an anonymous guest',
  intercom_visitors_convert: `
    visitor becomes a lead, turn an anonymous guest into a user, visitor signed up, make a proper lead out of the
    visitor, guest left his email, identify the visitor, anonymous chat visitor is now known`,
  create_a_intercom_message: `
    send an email, message a customer first, write to users, proactive message, in-app message, outbound, whatsapp
    template, reach out, contact these people, inform several users, maintenance notice to users, new conversation to
    a customer, drop a line to customers, tell all pilot users, write to people who did not write, send a mail to,
    inform them by email, text a customer on whatsapp, in app notification, blast, price change announcement by mail,
    message several customers, write an email to a user, first contact, notify customers, send a whatsapp, remind
    users, invitation to a webinar, tell users that the trial ends, write to everyone affected, mail all users on the
    free plan, contact customers about the outage, send a text, ask users for feedback, push a message to people, bulk
    mail, email to all, notify people about maintenance, mass email, message to a lead, contact a user who has not
    written, contact all customers affected, in app note to customers, tell users about a problem in the data center,
    message for the users in the app, write to a customer who has no chat yet, start an outbound conversation, survey
    by email`,
  list_all_intercom_messages_status: `
    delivery of a whatsapp campaign, which whatsapp messages failed, bulk whatsapp results, how many whatsapp messages
    arrived, undelivered whatsapp`,
  get_single_intercom_messages_whatsapp_status_by_message_id: `
    did the whatsapp arrive, was the whatsapp read, delivery of one whatsapp message, did my whatsapp get there,
    whatsapp delivered or failed`,
  list_all_intercom_contact_banners: `
    which banners does the user see, banner shown in the app, announcement bar, what pops up for this user, popup in
    the app, bar at the top`,
  intercom_contact_banners_dismiss: `
    close a banner for a user, hide the bar, do not show the banner again, get rid of the popup for him, banner should
    go away`,
  list_all_intercom_tags: `
    which labels exist, all tags, id of a label, how do we tag, list of labels, what labels do we have, which tags are
    in use, label names, is there a tag for, tags overview, how are tags called, labels are a mess so list them, all
    label names`,
  get_single_intercom_tag_by_id: 'name of a label, what is tag number, one tag',
  create_or_update_a_intercom_tag: `
    new label, make a tag, rename a label, change the name of a tag, tag many customers at once, label several users,
    tag companies, tag accounts, put a label on companies, untag companies, label should be called otherwise, tag some
    accounts, mark several companies, tag a list of people, create label, tag a group of users at once, tag these
    users as beta, apply a label to several people, new tag, introduce a label, correct the name of a label, label a
    company, label these accounts, many people get a label`,
  delete_a_intercom_tag_by_id: `
    remove a label altogether, delete a tag everywhere, label is unused, clean up labels, label is obsolete, drop the
    tag from the workspace, old label can go, remove it everywhere, kill a label, label not needed, tidy up a tag`,
};
