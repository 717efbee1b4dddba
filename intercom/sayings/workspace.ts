import type { Sayings } from '../../runtime/profile/sayings.ts';

/** What leads and administrators say for the tools of teammates, calls, macros, reports, opening hours and settings. */
export const workspaceSayings: Sayings = {
  intercom_export_reporting_data_enqueue: `
    report, csv of response times, first response time, csat of last month, statistics, kpis, export conversations,
    board report, numbers per agent, sla report, analytics, data for a dashboard, spreadsheet with the number of
    chats, per agent last month, csat per agent, how fast do we answer, numbers for management, excel of
    conversations, closed chats per week, raw data of tickets, monthly figures, average handling time, export
    everything we chatted, conversation statistics, volume per day, busiest hours, team performance, first reply times
    of last week, resolution time, bot resolution rate, how many conversations per channel, weekly numbers, monthly
    report, export data about calls, agents ranking, ticket statistics, conversations per tag, sla misses, heatmap,
    time to close, download all conversation data, figures about our response times, data for the meeting, performance
    report, how did support do last month, export tickets, export of all conversations, satisfaction report, agent
    statistics`,
  list_all_intercom_export_reporting_data_datasets: `
    what can be reported, which metrics are there, datasets, columns of a report, available kpis, what can be put into
    a report, which columns can I export, measures, fields of a dataset, which numbers can we get, dataset ids`,
  get_single_intercom_export_reporting_data_by_id: `
    is the report ready, status of an export, how far is the report, has my export finished, report I asked for,
    export still running, export I started this morning, is the download available`,
  get_single_intercom_download_reporting_data_by_id: `
    download the report, get the csv, file of the export, give me the finished file, fetch the csv of my report,
    result file of an export job`,
  intercom_export_content_data_enqueue: `
    open rates, click rates, performance of campaigns, email statistics, how did the newsletter do, bounces, export
    message stats, how did the january newsletter perform, opens and clicks, who opened our campaign, outbound
    performance, mail statistics, unsubscribe rate, conversion of a campaign, bounce rate, delivery statistics of
    messages, read rates, how many clicked the banner, how did our mails do, did people open our mailing, how many
    read our email, engagement of a mailing, stats of a post or banner, who clicked`,
  get_single_intercom_export_content_data_by_id: 'is the message export ready, status of the campaign export',
  get_single_intercom_download_content_data_by_id: 'download the campaign statistics, file of the message export',
  intercom_export_content_data_cancel: `
    stop an export, abort the message export, started the wrong export, abort the running export, not needed any more,
    cancel the campaign export`,
  list_all_intercom_office_hours_schedules: `
    when are we open, opening times, business hours, support hours, working hours, from when to when do we answer, are
    we open on sundays, which schedules exist, support times, time zone of the support hours, hours of operation, when
    can customers reach us`,
  get_single_intercom_office_hours_schedule_by_id: 'one schedule, opening hours of a team, hours on friday',
  create_a_intercom_office_hours_schedule: `
    new opening hours, set up business hours for a team, support times for another region, new team works from 6 to
    14, hours for the us team, second schedule, set up hours for a team, new shift`,
  update_a_intercom_office_hours_schedule_by_id: `
    change the opening hours, open longer, close earlier every friday, other time zone, weekend support, we now also
    open on saturdays, start earlier, adjust the hours, we close at five from now on, add sunday to the hours, longer
    evenings, shift the hours by one, correct the opening hours, summer hours, longer opening times, closed on mondays
    from now on, our hours change, monday to friday from nine, business hours are wrong, from next month on we start
    at seven, we begin earlier, new working times, support until eight, open one hour longer`,
  delete_a_intercom_office_hours_schedule_by_id: 'remove opening hours, old schedule',
  list_all_intercom_office_hours_exceptions: `
    which holidays are entered, special opening days, closed days, bank holidays, which days are we closed, holidays
    this year, upcoming closures, bank holidays in the schedule, days off`,
  get_single_intercom_office_hours_exception_by_id: 'one holiday, special hours of a day',
  create_a_intercom_office_hours_exception: `
    add a holiday, closed on a day, christmas, bank holiday, shorter hours on one day, special day, tomorrow we close
    at noon, closed at christmas, company outing, enter a day off, new year, we are shut on, half day, easter monday
    closed, public holiday, team offsite so closed, open longer on black friday, one off change of hours, closed on a
    date, we are not open on, new years eve closed, strike day, day without support, support is closed on
    thanksgiving, holiday next week, different hours on one day, nobody works on`,
  update_a_intercom_office_hours_exception_by_id: 'change a holiday, move a closed day, other hours on a special day',
  delete_a_intercom_office_hours_exception_by_id: `
    remove a holiday, we are open on that day after all, holiday entered by mistake, we work on that holiday, remove
    the closed day`,
  get_single_intercom_ip_allowlist: `
    which ip addresses may log in, from where can people access, ip restriction, allowed ips for the login, which
    networks may access, is the ip filter on, is an ip allowed, firewall rules, access restrictions`,
  update_a_intercom_ip_allowlist: `
    allow an ip address, restrict access to the office network, vpn address, switch the ip restriction off, who may
    access the workspace from where, only our vpn, add an ip range, block other networks, remote office, add the vpn
    to the allowed addresses, let a new office in, remove an ip`,
  list_all_intercom_emails: `
    sender addresses, which addresses do we send from, from address, verified domains, email forwarding, support
    mailbox, from which address do mails go out, sender verified, our support addresses, dkim, mail domain, sender
    emails, email addresses of the workspace, which addresses do our emails come from, reply address`,
  get_single_intercom_email_by_id: 'one sender address, is the address verified, forwarding of a mailbox',
  list_all_intercom_brands: `
    which brands do we have, product names, multibrand, brands with their help centers, default brand, several
    products one workspace, names of our brands, brand ids, how many brands, id of the default brand`,
  get_single_intercom_brand_by_id: 'one brand, help center of a brand, sender of a brand',
  list_all_intercom_macros: `
    canned responses, saved replies, templates, snippets for answers, standard answer, prepared text, predefined
    reply, which macro do we have for, standard texts, what do colleagues answer to, prepared answers about refunds,
    list of templates, wording we use, is there a template, ready made text, what do we normally write, standard
    wording, text blocks, cheat sheet, replies containing, do we have a text for, library of replies, template for
    goodbye, list of canned answers, find a macro, prepared answer for angry customers, text for, answers we have
    ready, shortcut texts`,
  get_single_intercom_macro_by_id: `
    text of a canned response, one saved reply, show the template, wording of the macro, read out the saved reply,
    what does the macro say, wording of a macro, content of a saved reply`,
  list_all_intercom_calls: `
    phone calls, call log, missed calls, who called, calls today, inbound and outbound calls, how many calls, missed
    calls today, phone calls of this week, last calls, who rang, calls of an agent, recent calls, calls of last week,
    list phone calls, calls by a customer, did we get calls at night, calls during the weekend, incoming calls, who
    phoned us, calls this morning, number of phone calls, phone activity, calls for the sales line, who did we call,
    length of the calls today, outgoing calls`,
  get_single_intercom_call_by_id: `
    details of a phone call, how long was the call, who answered the call, why did the call end, who picked up the
    phone, which chat belongs to the call, length of a call, call number, length and direction of a call, call details`,
  get_single_intercom_call_recording_by_id: `
    listen to the call, audio of the call, recording, voicemail, mp3, play the call, audio of yesterdays call, sound
    file, hear what he said on the phone, recording of a call, link to the audio, hear what the customer said, listen
    in on a call, call audio file`,
  get_single_intercom_call_transcript_by_id: `
    what was said on the phone, written version of a call, transcript of a phone call, text of the call, transcribe a
    call, what did she say in the call, read the phone call, call in writing`,
  list_all_intercom_calls_with_transcripts: `
    calls of a conversation with what was said, phone calls of several chats, transcripts of calls, read the calls of
    a conversation`,
  intercom_phone_calls_redirect: `
    move a caller to chat, sms with a link to the messenger, switch from phone to chat, deflect a call, text the
    caller, caller should rather chat, send the caller a link`,
  list_all_intercom_admins: `
    who is on the team, our agents, teammates, colleagues, support staff, all seats, id of an agent, who is away, who
    is online, which agents do we have, email of a colleague, who works here, id of our teammate, which colleagues,
    agent ids, is there an agent called, staff list, do they have a seat, team members, who is online to take chats,
    teammates with their mails, active agents, list of employees, all agents with email, who can I assign to, find an
    agent by name, people on our team, show the staff, who can answer chats, user list of our team, list agents, names
    of our agents, employees with ids, who are the support people, find a colleague`,
  get_single_intercom_admin_by_id: `
    one teammate, who is agent number, is she away, profile of a colleague, what is the email of agent, which teams is
    he in, agent details`,
  get_single_intercom_me: `
    who am I, my own id, which workspace is this, account of the token, time zone of the workspace, am I connected,
    which region, which account do I use, whose token is this, is the token working, what is my admin id, name of the
    workspace, check the token, what can this token access, current user`,
  intercom_admins_set_away: `
    set me away, out of office, vacation, holiday, lunch break, sick today, back online, available again, do not
    assign to me, stop new chats for an agent, reassign replies while away, she is ill, he is on leave, make an agent
    unavailable, back from vacation, put me to available, off until monday, I am going to lunch, make me away, stop
    assigning, going home, on parental leave, mark a colleague as absent, not reachable, do not disturb, available
    again from now, set status to away, busy, I am sick today, gone for lunch, day off for a teammate, status away,
    cover for me, on lunch for an hour, agent is off today, set a teammate active, parental leave, mark him as not
    available, not at work today, agent left for the day, stop assigning chats to her, is on a course`,
  list_all_intercom_away_status_reasons: `
    reasons for being away, break types, which away statuses are there, lunch or meeting, what can one choose when
    going on break, pause reasons, list of away reasons`,
  list_all_intercom_teams: `
    which teams are there, groups of agents, inboxes, departments, id of the billing team, who is in a team, list of
    teams, who belongs to tier 2, members of the billing team, team ids, which queue, who is in charge of billing,
    which department, support squads, which groups can chats be assigned to, id of the support team`,
  get_single_intercom_team_by_id: `
    one team, members of a team, how does the team distribute chats, round robin, assignment limit, members of team
    number, team settings`,
  list_all_intercom_team_metrics: `
    workload, open chats per agent, who is busy, capacity right now, real time, load of the team, who is free to take
    a chat, how overloaded is the team, how many chats has everybody, who has the fewest chats, current load, busy
    agents, snoozed and open per agent, who has too much on the plate, how many open conversations per teammate, queue
    length of a team, most conversations on the plate, workload of agents, who could take another chat, live numbers
    of a team`,
  list_all_intercom_admins_activity_logs: `
    audit log, audit trail, what did admins do, who changed the settings, security log, logins of teammates, what
    happened in settings last night, admin activity of yesterday, all actions of teammates, history of admin actions,
    log of the last days`,
  list_all_intercom_search_admins_activity_logs: `
    who deleted, who changed, who exported, who invited, who logged in, find in the audit log, changes of settings
    last week, which agent did that, did anybody touch the settings, who switched off, who removed a user, who changed
    the workflow, when did a colleague log in, deleted data, suspicious actions, an agent exported data, when did
    admin sign in, log of changes by an admin, who edited the office hours, who gave somebody permissions, role
    changes, what changed in our workspace and by whom, who turned it off, setting changed yesterday, trace a change,
    admin logins, who removed the saved replies, who added the teammate, find out who did it, who published, who
    changed permissions`,
  list_all_intercom_admins_activity_log_event_types: `
    kinds of audit events, what can the audit log be filtered by, names of activity events`,
};
