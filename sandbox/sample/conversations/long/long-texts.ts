/** The places of a chain that moves to Fernhill, one after the other. */
export const places = [
  'Camden Street',
  'Harbour Quarter',
  'Old Mill',
  'Riverside',
  'Station Square',
  'Northgate',
  'Chapel Lane',
  'Westport',
  'Elm Park',
  'The Arcade',
  'Quayside',
  'Bishop’s Court',
  'Meadow Road',
  'Castle Hill',
  'Linden Avenue',
  'South Pier',
] as const;

/** What has to be done at each of them. */
export const tasks = [
  'the client import',
  'the price list',
  'the list of opening hours',
  'the staff rota',
  'the booking widget',
] as const;

/** What is said about one task at one place; {place} and {task} are filled in. */
export const said = {
  asks: [
    'Good morning! Next on my list is {task} for {place}. What do you need from us?',
    'We would like to start with {task} at {place}. There are {count} entries in the old system.',
    'Question from {place}: who does {task}, you or our own people?',
    'Our manager at {place} asks whether {task} can be ready by {later}.',
    'So, {place}. Could we talk about {task}? The old tool gave us a file with {digits} rows.',
    'Now to {place} and {task}: is there anything special to know, as they also do {service}?',
  ],
  answers: [
    'For {task} at {place} I need the file from the old system, and the name of somebody there.',
    'Happy to! {task} at {place} takes about {minutes} minutes once I have the numbers. Could you send them?',
    'We can do {task} for {place} together. Is {weekday} at {time} good for a short call?',
    'That works. For {place}, please check first that {task} is not changed by anybody until {later}.',
    'Sure. Is {place} in the same time zone as the others? It matters for {task}.',
  ],
  notes: [
    '{place}: {task} needs the custom mapping again, see the first location. {count} rows to check.',
    'Spoke to the manager of {place}. They want {task} before {later}, before the inspection.',
    'Somebody at {place} changed {task} while we were at it. Started over at {time}.',
    'For whoever takes over: {task} of {place} is half done, the rest is in the sheet under {digits}.',
  ],
  replies: [
    'The file for {place} is attached. {client} looks after {task} there.',
    'Yes, same time zone. {weekday} at {time} is fine for {place}; we go through {task} then.',
    'I asked at {place}: nobody touches {task} until {later}.',
    'Here are the numbers of {place}: {count} in use, {seats} old ones that can go. That is all for {task}.',
  ],
  results: [
    'Done: {task} for {place} is in. {count} entries, {seats} of them I had to correct by hand.',
    '{place} is ready as far as {task} goes. Could you look at [the page](https://app.fernhill.example/locations/{digits})?',
    'I finished {task} for {place} at {time}. Two entries look odd to me, they are marked in yellow.',
    'That is {task} at {place}, live since {time}. Please have {client} check it.',
  ],
  troubles: [
    'Almost! At {place} {seats} things are wrong with {task}: the names have lost their accents.',
    'They say at {place} that {task} shows twice on {device}.',
    'Hmm, {task} looks right, but {place} sees it only in {browser}.',
    '{client} called from {place}: after {task} the bookings of {weekday} are an hour off.',
  ],
  fixes: [
    'You are right about {place}. I corrected {task}, {minutes} minutes ago.',
    'Found it: a cache. {task} at {place} is shown as it should be now.',
    'That was a setting of {place} and not {task} itself. I changed it, please look again.',
    'Fixed for {place}, and I wrote a check so that {task} of the next locations does not have it.',
  ],
  thanks: [
    'Perfect, {place} is happy with {task}.',
    'Checked {task} at {place}: all good. On to the next one.',
    'Thank you! {task} at {place} is signed off, {count} bookings already.',
    '{place} says {task} is better than what they had. 🙂',
  ],
} as const;
