import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What people say for the tools of customers themselves. */
export const contactSayings: Sayings = {
  list_all_intercom_search_contacts: `
    look up a customer, find a person by email, by phone number, by name, do we know, who is, people who signed up,
    users on a plan, leads of last week, inactive users, users not seen for, users in a city, vip customers, customers
    with a label, which customers have, people in a segment, subscription tier, how many users, customers in berlin,
    trial users, users who have not logged in, not active for 90 days, who uses the app on ios, phone no of, is there
    a user with this email, customers without an owner, leads of this month, paying customers, users named, do we have
    a person, churned, by city or country, signed up this week, who has the email, who has the phone, our biggest
    spenders, users from a country, users created since, find user, get a person by mail, list customers that, users
    with the attribute, customers owned by, is she already in our database, customer with the phone ending, leads that
    came in through the website, check if a user exists, customers with a birthday, who signed up today, people at a
    domain, user by name, find someone, search people, users that match, who bought, how many trial users, who is the
    person behind the email, customers by language, leads from a campaign, is there a profile for the mail address,
    users of the android app, customers from a city, by browser or os, users in germany, who signed up but never used
    it, users with more than ten sessions, contact by mail, clients of a plan, find by custom attribute`,
  list_all_intercom_contacts: `
    all customers, everybody in the database, dump of all users, every lead, go through all people, sync all people,
    all people in the workspace, whole customer base, export every contact, complete list of users, give me everyone,
    everyone in the database`,
  get_single_intercom_contact_by_id: `
    profile of a customer, details of a person, what do we know about her, when was he last seen, her plan, location,
    pull up the record of a customer, open the profile, which plan is the user on, custom data of a person, customer
    number, contact details, show user number, get contact, full record, all data about a person by id, who is user
    number, person with the id, when did the user sign up, where does the customer live, what does the profile say,
    get user, customer card`,
  get_single_intercom_contact_by_external_id: `
    user by our own id, by our database id, by id in our system, by crm id, by user id, customer with our own user id,
    id from our backend, our reference`,
  create_a_intercom_contact: `
    add a customer, new lead, new user, register a person, put a prospect in, save a new contact, create a profile,
    new person called us, add lead with phone, put him into the database, onboard a new client, enter a new customer,
    make a contact, add user, import a person, new subscriber, new prospect, put a new prospect into the system, new
    customer with email, register a lead by phone, create user`,
  update_a_intercom_contact_by_id: `
    change an email address, new phone number, correct a name, change the profile, set the plan of a user, custom
    field of a customer, change the owner of a lead, make a lead a user, new job title, language, opted out of all
    emails, email address of a person changed, phone no changed, she married and has a new name, rename a customer,
    profile is wrong, set attribute of the user, mark him as, owner of the client, wrong spelling of the name, moved
    to another city, set a value on the user, edit contact, put her on the pro plan, promote lead to user, change
    owner, fix the phone, assign an account manager, user has now the premium plan, rename the person, update the
    attributes of a user, wrong email, change of address, name is spelled wrong, change phone number of a client,
    update email of user, set language to german, mark as paying customer, new plan on the user, opt the person out of
    email`,
  delete_a_intercom_contact_by_id: `
    delete a customer for good, erase the record of a person, right to be forgotten, gdpr deletion of a person, erase
    a user, duplicate user to remove, delete personal data of a person, forget this person, remove all data of a user,
    wants his data deleted, get rid of a contact, account deletion, for good, permanently remove a user, gdpr request
    of a person, erase him from our system, wipe all data of a customer, ex customer wants to be removed, remove a
    customer entirely, kill the account of a person, delete user, remove lead, erase everything about him, user wants
    to be deleted, data protection deletion`,
  intercom_contacts_archive: `
    archive a customer, hide a user, put a client away but get back later, soft delete of a person, deactivate, clean
    up a user without deleting, take a client out of the list, not needed now but keep, put away`,
  intercom_contacts_unarchive: `
    bring a customer back, restore an archived user, reactivate a client, undo archiving, archived by mistake,
    customer is back, get the archived client back, unarchive, user came back`,
  intercom_contacts_block: `
    block a spammer, ban a user, abusive customer, stop a person from writing to us, blacklist, troll, sends us
    insults, harassing, should not be able to write us any more, stop this user, spam account, stop her messages, do
    not want to hear from this person, spam sender, keeps insulting us, rude person should not write any more,
    phishing sender`,
  intercom_contacts_merge: `
    same person twice, duplicate customer, merge a lead into a user, combine profiles, two records of one person, lead
    and user are the same person, make one profile, exists twice, once as a lead and once as a user, double entry,
    join lead and user, duplicated person, same email twice, combine lead and customer, one person with two profiles,
    bring the two records together`,
  list_all_intercom_contact_merge_history: `
    was this customer merged, old ids of a person, which leads became this user, earlier records, what happened to the
    lead after the merge`,
};
