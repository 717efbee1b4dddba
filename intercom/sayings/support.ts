import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What a support team says for the tools of its daily work: conversations, tickets, calls, macros, tags, teammates. */
export const supportSayings: Sayings = {
  list_all_intercom_search_conversations: `
    find chats, open chats, unassigned chats, chats nobody looks after, waiting for an answer, unanswered, oldest
    waiting, inbox, backlog, queue, what came in today, what did the customer write last time, did people contact us
    about, complaints about, mentions of, chats with a label, urgent chats, snoozed chats, closed chats, low rating
    chats, chats of a customer, chats of a teammate, assigned to me, my chats, since yesterday, last week, how many
    chats, chats from the last days, who is waiting for us, bad rating, unhappy customers, angry, chats without a
    reply, unread, not answered yet, did anyone report, questions about, cancellations, open in the billing inbox,
    chats closed by, handled by, spam chats, chats about refunds, latest messages from a company, everything still
    open`,
  list_all_intercom_conversations: 'all chats, every conversation, latest chats, go through the inbox',
  get_single_intercom_conversation_by_id: `
    read the chat, open the thread, summarize the conversation, what is this chat about, message history, full thread,
    catch me up before I take over, what was said, transcript of the chat, who handled it, what did we promise, pull
    up the chat, show conversation number, what did he say, what did we agree, recap, bring me up to speed, what is
    going on in the chat, first message, everything in the thread, tl dr, which tags and assignee has the chat`,
  intercom_conversations_reply: `
    reply, answer the customer, write back, tell the customer, tell her, let him know, respond, send an answer, say
    sorry, apologize, thank them, follow up, ask the customer for details, internal note in a chat, internal comment,
    private note, note for colleagues that the customer does not see, whisper, quick reply buttons, let the client
    know, inform the customer that, confirm to the customer, get back to her, drop a reply, send him the steps, send
    the link to her, tell them we need, ask for the invoice number, ask them to, remind the customer, remark for the
    team in a chat, leave a comment, message in this chat, good news for`,
  intercom_conversations_manage: `
    close the chat, mark as done, resolve, wrap up, finish, end, snooze, remind me later, wake up on monday, put on
    hold, reopen, open again, assign to, reassign, hand over, pass to another team, escalate to, route, give it to,
    take it over, unassign, put back in the queue, transfer, should be with the finance people, belongs to another
    team, come back to it later, ping me again next week, park it, until tomorrow, sleep, can be closed, done here,
    finished, not solved yet, open the chat again, take it off me, put me on it, move to tier 2, not mine, whose chat,
    give to a colleague, needs somebody else`,
  update_a_intercom_conversation_by_id: `
    set a field on the chat, fill in an attribute of the conversation, change the subject of a conversation, rename a
    conversation, title, mark as read, mark as unread, set the company of a conversation, custom data on a chat, put
    the order number into the field, fill in the reason, category of the chat, set the dropdown on this chat, give the
    chat a title`,
  create_a_intercom_conversation: `
    start a chat on behalf of a customer, as if the user had written, open a conversation for a client, import an old
    email as a conversation, log an incoming message, in the name of the customer, pretend the client wrote, enter a
    chat for somebody who called`,
  delete_a_intercom_conversation_by_id: `
    delete the chat, remove the conversation completely, erase a thread for good, gdpr erasure of a conversation,
    wipe, get rid of a conversation, chat should disappear, test chat, purge, remove the thread`,
  list_all_intercom_conversations_deleted: 'deleted chats, which conversations were removed, erased threads',
  intercom_conversations_merge: `
    merge chats, combine two threads, put both conversations together, customer wrote twice, duplicate conversation,
    join, make one chat out of two, same person same thing, belongs to the other chat, wrote again in a new chat,
    duplicates, bring threads together, combine`,
  intercom_conversations_redact: `
    remove a message, blank out, wipe a message, hide a password, credit card number in a chat, leaked personal data,
    delete one message, sensitive data, remove an attachment, passport scan, bank details, take out a message, posted
    her password, get rid of that message, one message has to go, secret in the chat, token leaked, blacken`,
  intercom_conversations_convert: `
    turn a chat into a ticket, make a ticket out of this conversation, escalate a chat to a bug report, chat becomes a
    case, make this a ticket, needs engineering so a ticket from the chat, promote to ticket, track this chat as a
    ticket`,
  intercom_conversations_attach_contact: `
    add a person to the chat, cc someone, loop in, include a colleague of the customer, bring another customer in,
    group chat, participant, copy her boss, second person in the chat, her husband should be in the conversation too,
    add his email to the thread, invite into the conversation`,
  intercom_conversations_detach_contact: `
    take a person out of the chat, remove a participant, drop someone from the group conversation, kick out of the
    thread, should not see the chat any more, take him out of the thread, remove someone from the group chat, second
    customer out`,
  intercom_conversations_attach_tag: `
    label the chat, tag this conversation, mark the thread as, flag the conversation as bug, put a label on the chat,
    add the tag to this conversation, mark chat as churn risk, categorise the chat`,
  intercom_conversations_detach_tag: `
    remove the label from the chat, untag this conversation, wrong tag on the thread, take the label off the chat,
    remove a wrong tag, label does not fit`,
  list_all_intercom_conversation_handling_events: `
    when was the handling paused, pause and resume of a conversation, how long did the agent work on it, handling
    time, who paused, on hold by the agent`,
  list_all_intercom_conversation_side_conversations: `
    side conversation, side thread, internal thread of a chat, what did the other team answer, back channel, asked
    another team, email to a vendor from the chat, discussion with another team about this chat, what did legal
    answer, aside of the conversation, side chat`,
  list_all_intercom_conversations_attributes: `
    custom fields of conversations, which fields are there on a chat, dropdowns on chats, conversation data
    definitions, what can be filled in on a conversation, custom fields on chats, id of a conversation field`,
  get_single_intercom_conversations_attribute_by_id: `
    one conversation field, choices of a dropdown on chats, definition of a chat field`,
  create_a_intercom_conversations_attribute: `
    new custom field on chats, add a dropdown for agents to conversations, set up a conversation field, agents should
    pick a reason on each chat, new field for conversations, track the product area on conversations`,
  update_a_intercom_conversations_attribute_by_id: `
    rename a conversation field, change the description of a chat field, make it required`,
  delete_a_intercom_conversations_attribute_by_id: `
    remove a custom field from conversations, archive a chat field, get rid of a dropdown on chats`,
  create_a_intercom_conversations_attribute_option: `
    add a choice to a dropdown on chats, another value, new option of a conversation field, extend the dropdown, one
    more option, extend the list of a chat field`,
  update_a_intercom_conversations_attribute_option_by_id: `
    rename a choice of a dropdown on chats, change the label of an option`,
  delete_a_intercom_conversations_attribute_option_by_id: `
    remove a choice from a dropdown on chats, take an option away, retire a value, remove the value from the dropdown
    on conversations, option no longer needed`,

  list_all_intercom_search_tickets: `
    find tickets, open tickets, ticket queue, unresolved tickets, tickets assigned to me, my tickets, tickets of a
    customer, unassigned tickets, waiting tickets, bug reports, feature requests, issues, overdue, older than, tickets
    of last week, how many tickets, stuck in progress, tickets nobody has picked up, not solved yet, tickets that are
    not resolved, waiting on us, tickets from a company, escalated tickets, tickets with high priority, what is still
    open, due this week, tickets of a type`,
  get_single_intercom_ticket_by_id: `
    read the ticket, state of affairs of a ticket, what happened on it, history of a ticket, status of a ticket,
    ticket details, who is working on it, is the ticket solved, any news on the ticket, pull up the ticket, all about
    the ticket, what did the customer say on the ticket, ticket timeline`,
  update_a_intercom_ticket_by_id: `
    change a ticket, set its status, in progress, waiting on customer, resolved, close the ticket, reopen the ticket,
    assign the ticket to a team, reassign, set the priority, fill in a field, change the title, share with the
    customer, escalate, raise the priority of the ticket, put the ticket on waiting, mark the ticket as solved, ticket
    is done, give the ticket to, other team should have the ticket, hand the ticket over, ticket owner, write the
    summary into the ticket, put into the ticket, snooze the ticket, due date, correct the description`,
  create_a_intercom_ticket: `
    open a ticket, file a ticket, raise an issue, log a bug, report a problem for a customer, new case, new incident,
    new feature request, back office ticket, log an incident, customer reports, printer broken please file, make a
    ticket, needs a ticket, start a case for a customer, tracker ticket for an outage`,
  intercom_tickets_enqueue: `
    create a ticket in the background, asynchronously, queue a ticket, bulk import of tickets, no need to wait,
    hundreds of tickets, mass creation of tickets`,
  delete_a_intercom_ticket_by_id: `
    delete the ticket, remove a spam ticket, ticket made by mistake, test ticket, get rid of a ticket, was only a
    test, ticket should disappear, trash the ticket`,
  intercom_tickets_reply: `
    answer on a ticket, comment on the ticket, tell the customer on the ticket, update for the customer, internal note
    on a ticket, write back on a ticket, message to the requester, private remark on a ticket, customer must not see
    the note on the ticket, let the customer know on the ticket, send an update on the ticket, engineer comes on
    friday, ask for more info on the ticket`,
  intercom_tickets_change_type: `
    wrong ticket form, move the ticket to another form, change category, should be an incident and not a question,
    other type, form of the ticket is wrong, should be another kind of ticket, convert the ticket to a bug, switch
    form`,
  intercom_tickets_link_conversation: `
    link a chat to a ticket, connect a conversation with the tracker ticket, add a report to the bug, another customer
    has the same problem, attach to an incident, chat is about the same bug, tie together, this one is affected as
    well, relate the chat to the ticket, one more customer for the incident`,
  intercom_tickets_unlink_conversation: `
    unlink a chat from a ticket, take a conversation off the tracker, linked by mistake, not the same bug, chat has
    nothing to do with the ticket, separate the chat from the bug, disconnect`,
  intercom_tickets_attach_tag: 'label the ticket, tag this ticket, put a tag on a ticket',
  intercom_tickets_detach_tag: 'remove the label from the ticket, untag this ticket, take a tag off a ticket',
  list_all_intercom_ticket_states: `
    which statuses can a ticket have, ticket stages, pipeline, workflow states, custom states, id of a status, what
    does the customer see as status, stages a ticket can go through, possible statuses, status names, id of waiting on
    customer, which custom states exist`,
  list_all_intercom_ticket_types: `
    which ticket forms are there, kinds of tickets, what fields does a ticket have, ticket templates, categories of
    tickets, ids of ticket attributes, ticket custom fields, required to file a ticket, which form do I use, what is
    asked when filing a ticket, fields of ticket forms, ids of ticket types, kinds of requests`,
  get_single_intercom_ticket_type_by_id: `
    one ticket form, fields of a form, details of a ticket type, what is asked in the bug form`,
  create_a_intercom_ticket_type: `
    new ticket form, new kind of ticket, set up a template for tickets, add a category of tickets, form for returns,
    new kind for requests, design a ticket form`,
  update_a_intercom_ticket_type_by_id: `
    rename a ticket form, change the icon of a ticket type, archive a kind of ticket, retire a form`,
  create_a_intercom_ticket_type_attribute: `
    add a field to a ticket form, new question in the form, dropdown on tickets, custom ticket field, ask for the
    serial number on tickets, required question when filing, extra field on the hardware form`,
  update_a_intercom_ticket_type_attribute_by_id: `
    change a field of a ticket form, make a field required, rename a ticket field, add a choice to a dropdown on
    tickets, remove a ticket field`,
  get_single_intercom_jobs_status_by_id: `
    is the job done, did the queued ticket work, job id, background task, progress of the import, follow a job by its
    id, was it successful, has it finished, still running, asynchronous result`,

  list_all_intercom_macros: `
    canned responses, saved replies, templates, snippets for answers, standard answer, prepared text, predefined
    reply, which macro do we have for, standard texts, what do colleagues answer to, prepared answers about refunds,
    list of templates, wording we use, is there a template`,
  get_single_intercom_macro_by_id: `
    text of a canned response, one saved reply, show the template, wording of the macro, read out the saved reply,
    what does the macro say`,

  list_all_intercom_calls: `
    phone calls, call log, missed calls, who called, calls today, inbound and outbound calls, how many calls, missed
    calls today, phone calls of this week, last calls, who rang, calls of an agent`,
  get_single_intercom_call_by_id: `
    details of a phone call, how long was the call, who answered the call, why did the call end, who picked up the
    phone, which chat belongs to the call, length of a call, call number`,
  get_single_intercom_call_recording_by_id: `
    listen to the call, audio of the call, recording, voicemail, mp3, play the call, audio of yesterdays call, sound
    file, hear what he said on the phone`,
  get_single_intercom_call_transcript_by_id: `
    what was said on the phone, written version of a call, transcript of a phone call, text of the call, transcribe a
    call, what did she say in the call, read the phone call, call in writing`,
  list_all_intercom_calls_with_transcripts: `
    calls of a conversation with what was said, phone calls of several chats, transcripts of calls`,
  intercom_phone_calls_redirect: `
    move a caller to chat, sms with a link to the messenger, switch from phone to chat, deflect a call, text the
    caller, caller should rather chat, send the caller a link`,

  list_all_intercom_tags: `
    which labels exist, all tags, id of a label, how do we tag, list of labels, what labels do we have, which tags are
    in use, label names, is there a tag for`,
  get_single_intercom_tag_by_id: 'name of a label, what is tag number, one tag',
  create_or_update_a_intercom_tag: `
    new label, make a tag, rename a label, change the name of a tag, tag many customers at once, label several users,
    tag companies, tag accounts, put a label on companies, untag companies, label should be called otherwise, tag some
    accounts, mark several companies, tag a list of people, create label`,
  delete_a_intercom_tag_by_id: `
    remove a label altogether, delete a tag everywhere, label is unused, clean up labels, label is obsolete, drop the
    tag from the workspace, old label can go, remove it everywhere`,

  list_all_intercom_admins: `
    who is on the team, our agents, teammates, colleagues, support staff, all seats, id of an agent, who is away, who
    is online, which agents do we have, email of a colleague, who works here, id of our teammate, which colleagues,
    agent ids, is there an agent called, staff list, do they have a seat, team members`,
  get_single_intercom_admin_by_id: `
    one teammate, who is agent number, is she away, profile of a colleague, what is the email of agent, which teams is
    he in, agent details`,
  get_single_intercom_me: `
    who am I, my own id, which workspace is this, account of the token, time zone of the workspace, am I connected,
    which region, which account do I use, whose token is this, is the token working, what is my admin id, name of the
    workspace`,
  intercom_admins_set_away: `
    set me away, out of office, vacation, holiday, lunch break, sick today, back online, available again, do not
    assign to me, stop new chats for an agent, reassign replies while away, she is ill, he is on leave, make an agent
    unavailable, back from vacation, put me to available, off until monday, I am going to lunch, make me away, stop
    assigning`,
  list_all_intercom_away_status_reasons: `
    reasons for being away, break types, which away statuses are there, lunch or meeting, what can one choose when
    going on break, pause reasons, list of away reasons`,
  list_all_intercom_teams: `
    which teams are there, groups of agents, inboxes, departments, id of the billing team, who is in a team, list of
    teams, who belongs to tier 2, members of the billing team, team ids, which queue`,
  get_single_intercom_team_by_id: `
    one team, members of a team, how does the team distribute chats, round robin, assignment limit`,
  list_all_intercom_team_metrics: `
    workload, open chats per agent, who is busy, capacity right now, real time, load of the team, who is free to take
    a chat, how overloaded is the team, how many chats has everybody, who has the fewest chats, current load, busy
    agents, snoozed and open per agent`,
  list_all_intercom_admins_activity_logs: `
    audit log, audit trail, what did admins do, who changed the settings, security log, logins of teammates, what
    happened in settings last night, admin activity of yesterday, all actions of teammates`,
  list_all_intercom_search_admins_activity_logs: `
    who deleted, who changed, who exported, who invited, who logged in, find in the audit log, changes of settings
    last week, which agent did that, did anybody touch the settings, who switched off, who removed a user, who changed
    the workflow, when did a colleague log in, deleted data, suspicious actions, an agent exported data`,
  list_all_intercom_admins_activity_log_event_types: `
    kinds of audit events, what can the audit log be filtered by, names of activity events`,
};
