import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What people say for the tools that are about customers, companies, what they did, and messages to them. */
export const peopleSayings: Sayings = {
  list_all_intercom_search_contacts: `
    look up a customer, find a person by email, by phone number, by name, do we know, who is, people who signed up,
    users on a plan, leads of last week, inactive users, users not seen for, users in a city, vip customers, customers
    with a label, which customers have, people in a segment, subscription tier, how many users, customers in berlin,
    trial users, users who have not logged in, not active for 90 days, who uses the app on ios, phone no of, is there
    a user with this email, customers without an owner, leads of this month, paying customers, users named, do we have
    a person, churned, by city or country, signed up this week`,
  list_all_intercom_contacts: `
    all customers, everybody in the database, dump of all users, every lead, go through all people, sync all people,
    all people in the workspace, whole customer base, export every contact, complete list of users`,
  get_single_intercom_contact_by_id: `
    profile of a customer, details of a person, what do we know about her, when was he last seen, her plan, location,
    pull up the record of a customer, open the profile, which plan is the user on, custom data of a person, customer
    number, contact details`,
  get_single_intercom_contact_by_external_id: `
    user by our own id, by our database id, by id in our system, by crm id, by user id, customer with our own user id,
    id from our backend, our reference`,
  create_a_intercom_contact: `
    add a customer, new lead, new user, register a person, put a prospect in, save a new contact, create a profile,
    new person called us, add lead with phone, put him into the database, onboard a new client, enter a new customer`,
  update_a_intercom_contact_by_id: `
    change an email address, new phone number, correct a name, change the profile, set the plan of a user, custom
    field of a customer, change the owner of a lead, make a lead a user, new job title, language, opted out of all
    emails, email address of a person changed, phone no changed, she married and has a new name, rename a customer,
    profile is wrong, set attribute of the user, mark him as, owner of the client, wrong spelling of the name, moved
    to another city`,
  delete_a_intercom_contact_by_id: `
    delete a customer for good, erase the record of a person, right to be forgotten, gdpr deletion of a person, erase
    a user, duplicate user to remove, delete personal data of a person, forget this person, remove all data of a user,
    wants his data deleted, get rid of a contact, account deletion, for good`,
  intercom_contacts_archive: `
    archive a customer, hide a user, put a client away but get back later, soft delete of a person, deactivate, clean
    up a user without deleting, take a client out of the list, not needed now but keep, put away`,
  intercom_contacts_unarchive: `
    bring a customer back, restore an archived user, reactivate a client, undo archiving, archived by mistake,
    customer is back, get the archived client back`,
  intercom_contacts_block: `
    block a spammer, ban a user, abusive customer, stop a person from writing to us, blacklist, troll, sends us
    insults, harassing, should not be able to write us any more, stop this user, spam account`,
  intercom_contacts_merge: `
    same person twice, duplicate customer, merge a lead into a user, combine profiles, two records of one person, lead
    and user are the same person, make one profile, exists twice, once as a lead and once as a user, double entry`,
  list_all_intercom_contact_merge_history: `
    was this customer merged, old ids of a person, which leads became this user, earlier records`,
  intercom_contacts_attach_company: `
    add a person to a company, works for, new employee of an account, joined the firm, put the user under an
    organisation, belongs to a company now, he works for, link the person with the account, new colleague at the
    client, move user to another company`,
  intercom_contacts_detach_company: `
    does not work there any more, left the company, take a person off an account, wrong company on a user, changed
    jobs, no longer employed, remove the user from the company, fired, off that account`,
  list_all_intercom_contact_companies: `
    which companies does he belong to, employer of a user, accounts of a person, where does she work, which firm is
    the user with, what organisation does she work for, his employers, all accounts of the person`,
  intercom_contacts_attach_tag: `
    label a customer, tag this user, mark the person as vip, flag a client, put a label on this person, give the
    customer a tag, mark him as churn risk`,
  intercom_contacts_detach_tag: `
    remove the label from a customer, untag a user, not a vip any more, take a tag off a person, label on the customer
    is wrong, take vip off him`,
  list_all_intercom_contact_tags: `
    which labels does the customer have, tags of a person, how is this user labelled, labels on this person, is he
    tagged, what tags does the user carry`,
  list_all_intercom_contact_segments: `
    which segments is he in, does she belong to a segment, groups of a customer, is this lead in the segment, cohorts
    of a user`,
  list_all_intercom_contact_notes: `
    notes about a customer, what did colleagues write down about him, remarks on a profile, remarks colleagues left,
    what is noted on the profile, notes on him, background information on the customer`,
  create_a_intercom_contact_note: `
    write a note on the profile, write down about a customer, remark on a person, note on a user, prefers to be
    called, write on his profile, put a remark on the person, remember about this customer that, note that she prefers`,
  get_single_intercom_note_by_id: 'one note, text of a note, who wrote the note',
  create_a_intercom_company_note: `
    note on a company, write down about an account, remark for an organisation, renewal talk note, write down on the
    account, remember for this company, note for the client company`,
  list_all_intercom_company_notes: `
    notes about a company, what was written down about the account, remarks on an organisation`,

  list_all_intercom_contact_subscriptions: `
    what mailings does he get, did she opt out, newsletter preferences of a customer, is he subscribed, unsubscribed
    from, consent of a person, did he agree to marketing, gets no newsletter, is she signed up, email preferences,
    what is he opted out of, agreed to mails`,
  intercom_contacts_attach_subscription: `
    sign up for the newsletter, subscribe a customer, opt in, opt out of marketing, unsubscribe a person from a
    mailing, stop newsletters, no more product updates, record consent, sign her up, put him on the mailing list, stop
    sending marketing mails, no ads to this person, unsubscribe him, wants no newsletter`,
  intercom_contacts_detach_subscription: `
    undo an opt out, wants the newsletter again, resubscribe, take back a choice, end a subscription, unsubscribe from
    an opt in mailing, remove consent, should get mails again, back on the list, lift the opt out, withdraw consent,
    remove from the mailing list`,
  list_all_intercom_subscription_types: `
    which newsletters do we have, kinds of mailings, mailing lists, what can people subscribe to, sms lists, email
    topics, what mailings do we offer, topics to subscribe, which lists can one sign up to, ids of newsletters`,

  list_all_intercom_companies: `
    find a company by name, look up an account, company by our id, companies with a label, organisations in a segment,
    do we have a company called, is the firm in the system, company with our customer number, which plan is the
    account on, how many seats does the account have, find the org`,
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
    new client company into intercom, company from our billing system, create firm`,
  update_a_intercom_company_by_id: `
    change the plan of a company, rename an account, custom field of a company, new website, industry, size, put the
    company on the enterprise plan, account upgraded, company moved, correct the company name, set the industry of an
    account`,
  delete_a_intercom_company_by_id: `
    delete a company, remove an account, organisation no longer exists, test company, get rid of an account, duplicate
    company, firm went bankrupt`,
  list_all_intercom_company_contacts: `
    who works there, employees, people at a company, users of an account, contacts of an organisation, all users of a
    firm, who do we know there, people from the account, staff of the client, everybody at`,
  list_all_intercom_company_segments: 'segments of a company, which group is the account in',

  list_all_intercom_segments: `
    which segments exist, saved groups of customers, cohorts, user groups, id of a segment, cohorts we have defined,
    list of user groups, saved filters of users`,
  get_single_intercom_segment_by_id: 'one segment, name of a segment, what kind of segment is it',

  list_all_intercom_data_attributes: `
    which custom fields do customers have, fields of users and companies, name of a field, is there a field for, data
    model, is a field writable, nps field, possible values of a user field, which field holds, where is the plan
    stored, what is tracked on users, custom data of companies, field names for searches, can it be written`,
  create_a_intercom_data_attribute: `
    new custom field for customers, add a field to users, store a date on every person, field for companies, new
    dropdown on companies, field for contract end, store something new about each user, add a property to accounts,
    new customer field`,
  update_a_intercom_data_attribute_by_id: `
    change a custom field of users, add a choice to a customer field, archive a customer field, description of a field`,

  list_all_intercom_events: `
    what did the user do in our app, activity of a customer, tracked events, last logins, usage, page views, product
    activity, has he used the feature, when did she last log in, what did the client click, page views of a user, did
    the user finish onboarding, history of actions`,
  create_a_intercom_event: `
    track an event, log that a user did something, record an action, upgraded the plan, placed an order, signed a
    contract, cancelled, send a behaviour to intercom, track that the user finished onboarding, he just paid, note
    down an action of the user in the app, user upgraded, send a purchase`,
  create_a_intercom_event_summary: `
    import event history, how often something happened, backfill counts, total number of logins`,

  list_all_intercom_custom_object_instances: `
    orders of a customer, bookings, subscriptions as objects, find an order by our number, records of a custom object,
    look up a booking, order by number, contracts of a customer, custom records, shipments, order status`,
  get_single_intercom_custom_object_instance_by_id: 'one order, details of a custom object, show a booking record',
  create_or_update_a_intercom_custom_object_instance: `
    save an order, push an order, sync a booking, update the status of an order, record of a custom object, order is
    shipped now, new booking for a customer, push a contract, send shipment data, import orders`,
  delete_a_intercom_custom_object_instance_by_id: 'delete an order record, remove a custom object by intercom id',
  delete_a_intercom_custom_object_instance_by_external_id: `
    delete an order by our order number, remove a custom object by our own id, cancelled booking, order was cancelled
    so remove it, delete a booking by its number`,

  get_single_intercom_visitor_by_user_id: `
    anonymous person on the website, who is this visitor, website guest, not signed up yet`,
  update_a_intercom_visitor: 'change the name of a website visitor, set data of an anonymous guest',
  intercom_visitors_convert: `
    visitor becomes a lead, turn an anonymous guest into a user, visitor signed up, make a proper lead out of the
    visitor, guest left his email`,

  create_a_intercom_message: `
    send an email, message a customer first, write to users, proactive message, in-app message, outbound, whatsapp
    template, reach out, contact these people, inform several users, maintenance notice to users, new conversation to
    a customer, drop a line to customers, tell all pilot users, write to people who did not write, send a mail to,
    inform them by email, text a customer on whatsapp, in app notification, blast, price change announcement by mail,
    message several customers`,
  list_all_intercom_messages_status: `
    delivery of a whatsapp campaign, which whatsapp messages failed, bulk whatsapp results, how many whatsapp messages
    arrived, undelivered whatsapp`,
  get_single_intercom_messages_whatsapp_status_by_message_id: `
    did the whatsapp arrive, was the whatsapp read, delivery of one whatsapp message, did my whatsapp get there,
    whatsapp delivered or failed`,
  list_all_intercom_emails: `
    sender addresses, which addresses do we send from, from address, verified domains, email forwarding, support
    mailbox, from which address do mails go out, sender verified, our support addresses, dkim, mail domain`,
  get_single_intercom_email_by_id: 'one sender address, is the address verified, forwarding of a mailbox',
  list_all_intercom_brands: `
    which brands do we have, product names, multibrand, brands with their help centers, default brand, several
    products one workspace, names of our brands, brand ids`,
  get_single_intercom_brand_by_id: 'one brand, help center of a brand, sender of a brand',
  list_all_intercom_contact_banners: `
    which banners does the user see, banner shown in the app, announcement bar, what pops up for this user, popup in
    the app, bar at the top`,
  intercom_contact_banners_dismiss: `
    close a banner for a user, hide the bar, do not show the banner again, get rid of the popup for him, banner should
    go away`,
};
