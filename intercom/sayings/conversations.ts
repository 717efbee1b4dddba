import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What a support team says for the tools of conversations. */
export const conversationSayings: Sayings = {
  list_all_intercom_search_conversations: `
    find chats, open chats, unassigned chats, chats nobody looks after, waiting for an answer, unanswered, oldest
    waiting, inbox, backlog, queue, what came in today, what did the customer write last time, did people contact us
    about, complaints about, mentions of, chats with a label, urgent chats, snoozed chats, closed chats, low rating
    chats, chats of a customer, chats of a teammate, assigned to me, my chats, since yesterday, last week, count,
    number of, how many chats, chats from the last days, who is waiting for us, bad rating, unhappy customers, angry, chats without a
    reply, unread, not answered yet, did anyone report, questions about, cancellations, open in the billing inbox,
    chats closed by, handled by, spam chats, chats about refunds, latest messages from a company, everything still
    open, customers waiting longest, oldest open, messages that mention, any chats about, chats from this morning, vip
    chats, chats without a label, chats with a team, which chats did he close yesterday, chats of today, find the
    conversation in which, chats by subject, chats from an email address, previous contacts of the customer with us,
    how often did she write, chats the bot answered, escalated by the bot, chats in spanish, who wrote to us today,
    what has this person written to us before, earlier chats of the customer, conversations with attachments, what did
    people ask, unanswered messages, number of chats, messages from, conversations in the last hour, contacted us, how
    many people wrote in, did somebody complain, chats with a phrase, chats since a date, unassigned and open, waiting
    more than an hour, which customers are angry today, conversations of a company, chats with no teammate, everything
    about a topic, spam in the inbox`,
  list_all_intercom_conversations: `
    all chats, every conversation, latest chats, go through the inbox, stream of all conversations, sync every chat,
    backup of chats`,
  get_single_intercom_conversation_by_id: `
    read the chat, open the thread, summarize the conversation, what is this chat about, message history, full thread,
    catch me up before I take over, what was said, transcript of the chat, who handled it, what did we promise, pull
    up the chat, show conversation number, what did he say, what did we agree, recap, bring me up to speed, what is
    going on in the chat, first message, everything in the thread, tl dr, which tags and assignee has the chat, what
    does the customer want, which fields and values does the chat have, is the chat still open, who answered first,
    how did it end, what happened so far, all history of the chat, show me the chat, messages of the chat, who is
    assigned, read out the conversation, content of a conversation, translate the thread for me, everything that was
    said, read up on the chat, look at the conversation, details of the chat, notes in the conversation`,
  intercom_conversations_reply: `
    reply, answer the customer, write back, tell the customer, tell her, let him know, respond, send an answer, say
    sorry, apologize, thank them, follow up, ask the customer for details, internal note in a chat, internal comment,
    private note, note for colleagues that the customer does not see, whisper, quick reply buttons, let the client
    know, inform the customer that, confirm to the customer, get back to her, drop a reply, send him the steps, send
    the link to her, tell them we need, ask for the invoice number, ask them to, remind the customer, remark for the
    team in a chat, leave a comment, message in this chat, good news for, replacement is on its way, note to self,
    memo in the thread, message the person in the chat, response, text her back, tell the user in this conversation,
    jot down for colleagues in the chat, tell the person that, explain to the customer, thank the customer, offer a
    discount to the customer, the answer is, message back, get back to the client, send a reply with the article,
    update the customer, post a note in the conversation, write the customer, tell the customer we are looking into
    it, hidden comment to the team, please restart, we will get back, respond with, congratulate, ask how, send
    instructions to the customer, in friendly words, answer nicely, say no to the customer, tell the customer that we
    cannot, reply in german, send the customer our apology, we are sorry message, give an estimate to the customer,
    answer with the steps from the article`,
  intercom_conversations_manage: `
    close the chat, mark as done, resolve, wrap up, finish, end, snooze, remind me later, wake up on monday, put on
    hold, reopen, open again, assign to, reassign, hand over, pass to another team, escalate to, route, give it to,
    take it over, unassign, put back in the queue, transfer, should be with the finance people, belongs to another
    team, come back to it later, ping me again next week, park it, until tomorrow, sleep, can be closed, done here,
    finished, not solved yet, open the chat again, take it off me, put me on it, move to tier 2, not mine, whose chat,
    give to a colleague, needs somebody else, pass on to second level, second line, shut it, spam so close, take over
    from a colleague, someone else has to look, nobody should have it, hold, delay, send the conversation to another
    team, hide the chat until, postpone the chat, follow up on friday, who should deal with it, owner of the chat,
    direct to sales, not my job, chat done, tick off, solved so close, pick up this chat, snooze for an hour, close as
    spam, set to closed, on hold until, put back to the team inbox, return to the queue, I have no time for this chat,
    customer is on vacation so let the chat sleep, wait until he answers, chat is for billing, forward the chat, needs
    a specialist, close after no reply, unsnooze, reactivate the chat, change the assignee, move to another inbox`,
  update_a_intercom_conversation_by_id: `
    set a field on the chat, fill in an attribute of the conversation, change the subject of a conversation, rename a
    conversation, title, mark as read, mark as unread, set the company of a conversation, custom data on a chat, put
    the order number into the field, fill in the reason, category of the chat, set the dropdown on this chat, give the
    chat a title, root cause of the chat, fill a field of the conversation, write a value into the chat`,
  create_a_intercom_conversation: `
    start a chat on behalf of a customer, as if the user had written, open a conversation for a client, import an old
    email as a conversation, log an incoming message, in the name of the customer, pretend the client wrote, enter a
    chat for somebody who called`,
  delete_a_intercom_conversation_by_id: `
    delete the chat, remove the conversation completely, erase a thread for good, gdpr erasure of a conversation,
    wipe, get rid of a conversation, chat should disappear, test chat, purge, remove the thread, spam conversation
    delete forever, permanently remove chat`,
  list_all_intercom_conversations_deleted: `
    deleted chats, which conversations were removed, erased threads, convos deleted in the last days`,
  intercom_conversations_merge: `
    merge chats, combine two threads, put both conversations together, customer wrote twice, duplicate conversation,
    join, make one chat out of two, same person same thing, belongs to the other chat, wrote again in a new chat,
    duplicates, bring threads together, combine`,
  intercom_conversations_redact: `
    remove a message, blank out, wipe a message, hide a password, credit card number in a chat, leaked personal data,
    delete one message, sensitive data, remove an attachment, passport scan, bank details, take out a message, posted
    her password, get rid of that message, one message has to go, secret in the chat, token leaked, blacken, delete a
    message from the conversation, personal data in a message, anonymise a message, strip the attachment, make a
    message unreadable, remove confidential text, secret in a message, delete a picture from the chat`,
  intercom_conversations_convert: `
    turn a chat into a ticket, make a ticket out of this conversation, escalate a chat to a bug report, chat becomes a
    case, make this a ticket, needs engineering so a ticket from the chat, promote to ticket, track this chat as a
    ticket, chat to ticket, needs a ticket instead of a chat, make a case for engineering out of the chat, transform
    the conversation`,
  intercom_conversations_attach_contact: `
    add a person to the chat, cc someone, loop in, include a colleague of the customer, bring another customer in,
    group chat, participant, copy her boss, second person in the chat, her husband should be in the conversation too,
    add his email to the thread, invite into the conversation, bring a second person into the discussion, add to cc,
    pull her colleague into the chat, another customer should read along, add the boss to the conversation, second
    recipient`,
  intercom_conversations_detach_contact: `
    take a person out of the chat, remove a participant, drop someone from the group conversation, kick out of the
    thread, should not see the chat any more, take him out of the thread, remove someone from the group chat, second
    customer out, remove a person from the conversation, someone should no longer read along, remove the second
    recipient`,
  intercom_conversations_attach_tag: `
    label the chat, tag this conversation, mark the thread as, flag the conversation as bug, put a label on the chat,
    add the tag to this conversation, mark chat as churn risk, categorise the chat, categorize conversation, tag chat,
    apply label to the conversation, mark the chat, put the chat under the topic, sort the chat as`,
  intercom_conversations_detach_tag: `
    remove the label from the chat, untag this conversation, wrong tag on the thread, take the label off the chat,
    remove a wrong tag, label does not fit, untag chat, conversation should not have the tag`,
  list_all_intercom_conversation_handling_events: `
    when was the handling paused, pause and resume of a conversation, how long did the agent work on it, handling
    time, who paused, on hold by the agent`,
  list_all_intercom_conversation_side_conversations: `
    side conversation, side thread, internal thread of a chat, what did the other team answer, back channel, asked
    another team, email to a vendor from the chat, discussion with another team about this chat, what did legal
    answer, aside of the conversation, side chat, replies in the side conversation, vendor was asked beside the chat,
    side discussion, private thread with a partner`,
  list_all_intercom_conversations_attributes: `
    custom fields of conversations, which fields are there on a chat, dropdowns on chats, conversation data
    definitions, what can be filled in on a conversation, custom fields on chats, id of a conversation field`,
  get_single_intercom_conversations_attribute_by_id: `
    one conversation field, choices of a dropdown on chats, definition of a chat field`,
  create_a_intercom_conversations_attribute: `
    new custom field on chats, add a dropdown for agents to conversations, set up a conversation field, agents should
    pick a reason on each chat, new field for conversations, track the product area on conversations, custom attribute
    for conversations, classify conversations by`,
  update_a_intercom_conversations_attribute_by_id: `
    rename a conversation field, change the description of a chat field, make it required, other name for a chat
    field, make a chat field visible`,
  delete_a_intercom_conversations_attribute_by_id: `
    remove a custom field from conversations, archive a chat field, get rid of a dropdown on chats, nobody fills in
    the field so remove it, hide a field on conversations, field on chats no longer needed`,
  create_a_intercom_conversations_attribute_option: `
    add a choice to a dropdown on chats, another value, new option of a conversation field, extend the dropdown, one
    more option, extend the list of a chat field`,
  update_a_intercom_conversations_attribute_option_by_id: `
    rename a choice of a dropdown on chats, change the label of an option`,
  delete_a_intercom_conversations_attribute_option_by_id: `
    remove a choice from a dropdown on chats, take an option away, retire a value, remove the value from the dropdown
    on conversations, option no longer needed`,
};
