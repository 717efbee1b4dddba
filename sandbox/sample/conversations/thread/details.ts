import type { Contact } from '../../../model/people.ts';
import type { Random } from '../../../store/random.ts';

const devices = ['an iPhone 14', 'an iPhone 12 mini', 'a Pixel 8', 'a Galaxy S22', 'an iPad Air', 'a Fairphone 5'];
const browsers = ['Chrome 131', 'Safari 18', 'Firefox 133', 'Edge 131', 'Chrome on a Chromebook'];
const calendars = ['Google Calendar', 'Outlook', 'iCloud Calendar', 'our Exchange calendar', 'Fastmail'];
const plans = ['Starter', 'Team', 'Studio', 'Enterprise'];
const cities = ['Dublin', 'Lisbon', 'Toronto', 'Melbourne', 'Chicago', 'Gothenburg', 'Leeds', 'Auckland', 'Denver'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const currencies = ['€', '$', '£'];
const services = [
  'haircuts',
  'bike repairs',
  'physio sessions',
  'piano lessons',
  'boiler services',
  'dog grooming',
  'photo shoots',
  'tax consultations',
  'yoga classes',
  'eye tests',
];
const clients = [
  'Mrs. Okafor',
  'Mr. Brandt',
  'Helen Moss',
  'the Petrov family',
  'Dr. Lindgren',
  'Carlos Mendes',
  'Aoife Byrne',
  'Ms. Tanaka',
  'Robert & Sons',
];

/** What differs between two conversations that tell the same story. */
export type Details = ReturnType<typeof createDetails>;

/** Details of one conversation. Days have no month and no year, so that they are the same whatever the clock says. */
export function createDetails(
  random: Random,
  { contact, company, admin }: { contact: Contact; company: string; admin: string },
) {
  const currency = random.pick(currencies);
  const price = random.between(12, 480);
  return {
    first: firstName(contact.name) || 'there',
    name: contact.name ?? contact.email ?? 'a visitor',
    email: contact.email ?? 'the address of my account',
    company,
    admin,
    amount: `${currency}${price}.${random.pick(['00', '50', '90', '25'])}`,
    total: `${currency}${price * 2 + random.between(1, 60)}.00`,
    invoice: `FH-${random.between(10_000, 99_999)}`,
    booking: `B${random.between(100_000, 999_999)}`,
    date: dayOfMonth(random.between(1, 14)),
    later: dayOfMonth(random.between(15, 28)),
    weekday: random.pick(weekdays),
    time: `${random.between(8, 17)}:${random.pick(['00', '15', '30', '45'])}`,
    device: random.pick(devices),
    browser: random.pick(browsers),
    calendar: random.pick(calendars),
    plan: random.pick(plans),
    city: random.pick(cities),
    service: random.pick(services),
    client: random.pick(clients),
    version: `6.${random.between(2, 14)}.${random.between(0, 9)}`,
    count: String(random.between(3, 48)),
    seats: String(random.between(2, 19)),
    digits: String(random.between(1000, 9999)),
    minutes: String(random.between(3, 26)),
    vat: `IE${random.between(1_000_000, 9_999_999)}${random.pick(['T', 'W', 'KH', 'FA'])}`,
  };
}

/** The name by which a person is spoken to. */
export function firstName(name: string | null): string {
  return name?.split(' ')[0] ?? '';
}

function dayOfMonth(day: number): string {
  const suffix = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `the ${day}${suffix}`;
}
