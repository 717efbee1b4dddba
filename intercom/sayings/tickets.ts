import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What a support team says for the tools of tickets, their forms and states. */
export const ticketSayings: Sayings = {
  list_all_intercom_search_tickets: `
    find tickets, open tickets, ticket queue, unresolved tickets, tickets assigned to me, my tickets, tickets of a
    customer, unassigned tickets, waiting tickets, bug reports, feature requests, issues, overdue, older than, tickets
    of last week, how many tickets, stuck in progress, tickets nobody has picked up, not solved yet, tickets that are
    not resolved, waiting on us, tickets from a company, escalated tickets, tickets with high priority, what is still
    open, due this week, tickets of a type, tickets of a user, tickets by a person, all tickets about, list tickets,
    requests that are open, incidents right now, ticket queue of a team, how many tickets are open, tickets by state,
    tickets due, tickets created yesterday, everything on the queue, oldest tickets first, show the open tickets, long
    running tickets, tickets per customer, who has open tickets, tickets by title, find a bug report about`,
  get_single_intercom_ticket_by_id: `
    read the ticket, state of affairs of a ticket, what happened on it, history of a ticket, status of a ticket,
    ticket details, who is working on it, is the ticket solved, any news on the ticket, pull up the ticket, all about
    the ticket, what did the customer say on the ticket, ticket timeline, show ticket number, open ticket number,
    ticket notes and replies, who requested it, get me the ticket, read the ticket history, what is the ticket about,
    who has the ticket, what is the latest on the ticket, latest on ticket, news about a ticket, details of a ticket
    number, has the ticket been answered, who works on the ticket, when will the ticket be done, ticket summary`,
  update_a_intercom_ticket_by_id: `
    change a ticket, set its status, in progress, waiting on customer, resolved, close the ticket, reopen the ticket,
    assign the ticket to a team, reassign, set the priority, fill in a field, change the title, share with the
    customer, escalate, raise the priority of the ticket, put the ticket on waiting, mark the ticket as solved, ticket
    is done, give the ticket to, other team should have the ticket, hand the ticket over, ticket owner, write the
    summary into the ticket, put into the ticket, snooze the ticket, due date, correct the description, ticket is
    fixed so close it, no longer urgent, reprioritise, set the state, unassign the ticket, make the ticket visible to
    the customer, hide from the customer, put it on hold, bump to urgent, shipped the fix so resolve, ticket belongs
    to another agent, change of the due date, take the ticket, set ticket back to open, waiting for the customer, move
    ticket along, next stage, ticket is waiting for the client, ticket status to, ticket must go to, customer answered
    so ticket in progress again, severity of the ticket, ticket priority, put the ticket to done, ticket is resolved,
    different assignee on the ticket, category field of the ticket, ticket is blocked`,
  create_a_intercom_ticket: `
    open a ticket, file a ticket, raise an issue, log a bug, report a problem for a customer, new case, new incident,
    new feature request, back office ticket, log an incident, customer reports, printer broken please file, make a
    ticket, needs a ticket, start a case for a customer, tracker ticket for an outage, new ticket for, write a ticket,
    submit a request, enter a bug, we need a ticket about, file a bug for a customer, task for the back office, create
    an issue, report a defect, customer wants a feature so log it, router arrived broken, report damage for a
    customer, return request, order problem as a ticket, open a support request`,
  intercom_tickets_enqueue: `
    create a ticket in the background, asynchronously, queue a ticket, bulk import of tickets, no need to wait,
    hundreds of tickets, mass creation of tickets, create tickets asynchronously`,
  delete_a_intercom_ticket_by_id: `
    delete the ticket, remove a spam ticket, ticket made by mistake, test ticket, get rid of a ticket, was only a
    test, ticket should disappear, trash the ticket, duplicate ticket so throw it away, ticket is spam, remove a
    ticket`,
  intercom_tickets_reply: `
    answer on a ticket, comment on the ticket, tell the customer on the ticket, update for the customer, internal note
    on a ticket, write back on a ticket, message to the requester, private remark on a ticket, customer must not see
    the note on the ticket, let the customer know on the ticket, send an update on the ticket, engineer comes on
    friday, ask for more info on the ticket, respond on the ticket, add a comment to a ticket, colleagues should see
    on the ticket, inform the reporter of the ticket, ask the requester for logs, ticket note`,
  intercom_tickets_change_type: `
    wrong ticket form, move the ticket to another form, change category, should be an incident and not a question,
    other type, form of the ticket is wrong, should be another kind of ticket, convert the ticket to a bug, switch
    form`,
  intercom_tickets_link_conversation: `
    link a chat to a ticket, connect a conversation with the tracker ticket, add a report to the bug, another customer
    has the same problem, attach to an incident, chat is about the same bug, tie together, this one is affected as
    well, relate the chat to the ticket, one more customer for the incident, connect the chat with a tracker, same
    problem as the ticket, belongs to the outage that we track, conversation is part of the incident, add the chat to
    the known bug, report of the same outage`,
  intercom_tickets_unlink_conversation: `
    unlink a chat from a ticket, take a conversation off the tracker, linked by mistake, not the same bug, chat has
    nothing to do with the ticket, separate the chat from the bug, disconnect, unhook, remove the chat from the outage
    ticket, not affected`,
  intercom_tickets_attach_tag: `
    label the ticket, tag this ticket, put a tag on a ticket, tag ticket as, mark the ticket with a label`,
  intercom_tickets_detach_tag: `
    remove the label from the ticket, untag this ticket, take a tag off a ticket, ticket should not have the tag, drop
    the label of a ticket`,
  list_all_intercom_ticket_states: `
    which statuses can a ticket have, ticket stages, pipeline, workflow states, custom states, id of a status, what
    does the customer see as status, stages a ticket can go through, possible statuses, status names, id of waiting on
    customer, which custom states exist`,
  list_all_intercom_ticket_types: `
    which ticket forms are there, kinds of tickets, what fields does a ticket have, ticket templates, categories of
    tickets, ids of ticket attributes, ticket custom fields, required to file a ticket, which form do I use, what is
    asked when filing a ticket, fields of ticket forms, ids of ticket types, kinds of requests, what must be filled in
    to open a request, required fields of a request, form overview, ticket kinds and their fields, list of forms, what
    can customers request, ticket form ids`,
  get_single_intercom_ticket_type_by_id: `
    one ticket form, fields of a form, details of a ticket type, what is asked in the bug form`,
  create_a_intercom_ticket_type: `
    new ticket form, new kind of ticket, set up a template for tickets, add a category of tickets, form for returns,
    new kind for requests, design a ticket form, form for warranty claims, we need a form, new request form`,
  update_a_intercom_ticket_type_by_id: `
    rename a ticket form, change the icon of a ticket type, archive a kind of ticket, retire a form, change the name
    of a form, description of a ticket form, disable a ticket form`,
  create_a_intercom_ticket_type_attribute: `
    add a field to a ticket form, new question in the form, dropdown on tickets, custom ticket field, ask for the
    serial number on tickets, required question when filing, extra field on the hardware form, add a question to the
    ticket form, new attribute for tickets`,
  update_a_intercom_ticket_type_attribute_by_id: `
    change a field of a ticket form, make a field required, rename a ticket field, add a choice to a dropdown on
    tickets, remove a ticket field, hide a ticket field from customers, edit a question of the form, make a field
    mandatory on a form, optional field of a form, order of dropdown values on tickets`,
  get_single_intercom_jobs_status_by_id: `
    is the job done, did the queued ticket work, job id, background task, progress of the import, follow a job by its
    id, was it successful, has it finished, still running, asynchronous result, check the job, is it processed`,
};
