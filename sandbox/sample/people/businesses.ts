/** A company before it has numbers and dates. */
interface Business {
  readonly name: string;
  readonly industry: string;
}

function business(name: string, industry: string): Business {
  return { name, industry };
}

/** The companies of a workspace of the usual size; the first three are those of the cast. */
export const BUSINESSES: readonly Business[] = [
  business('Alpine Outfitters', 'Outdoor retail'),
  business('Harbor Bikes', 'Bicycle repair'),
  business('Brightleaf Studio', 'Design'),
  business('Lantern Yoga', 'Fitness'),
  business('Copper Kettle Catering', 'Catering'),
  business('Northgate Dental', 'Healthcare'),
  business('Juniper Hair', 'Beauty'),
  business('Stonebridge Tutors', 'Education'),
  business('Paws and Trails', 'Pet care'),
  business('Quiet Room Therapy', 'Healthcare'),
  business('Mosaic Movers', 'Logistics'),
  business('Fern and Flint Florists', 'Retail'),
  business('Tidewater Plumbing', 'Trades'),
  business('Sunday Lens Photography', 'Photography'),
  business('Granite Climbing Hall', 'Fitness'),
  business('Meridian Accounting', 'Finance'),
  business('Little Acorns Daycare', 'Education'),
  business('Velvet Ink Tattoo', 'Beauty'),
  business('Bluebell Cleaning', 'Cleaning'),
  business('Foxglove Events', 'Events'),
];

const PLACES = [
  ...['Amber', 'Birch', 'Cedar', 'Delta', 'Elm', 'Falcon', 'Garden', 'Hollow', 'Ivory', 'Jade', 'Kestrel', 'Linden'],
  ...['Maple', 'Nettle', 'Orchard', 'Pebble', 'Quarry', 'River', 'Saffron', 'Thistle', 'Umber', 'Valley', 'Willow'],
];

const TRADES: readonly (readonly [string, string])[] = [
  ['Dental', 'Healthcare'],
  ['Physio', 'Healthcare'],
  ['Pilates', 'Fitness'],
  ['Barbers', 'Beauty'],
  ['Tutors', 'Education'],
  ['Electric', 'Trades'],
  ['Roofing', 'Trades'],
  ['Gardens', 'Trades'],
  ['Bakery', 'Catering'],
  ['Photography', 'Photography'],
  ['Bookkeeping', 'Finance'],
];

/** The business with this number, from 0 on: no two have the same name. */
export function businessAt(index: number): Business {
  const fixed = BUSINESSES[index];
  if (fixed !== undefined) return fixed;
  const number = index - BUSINESSES.length;
  const town = PLACES[number % PLACES.length] ?? '';
  const [trade, industry] = TRADES[number % TRADES.length] ?? ['', ''];
  const branch = Math.floor(number / (PLACES.length * TRADES.length));
  return business(`${town} ${trade}${branch === 0 ? '' : ` ${branch + 1}`}`, industry);
}

/** Where it is not simply the name. */
const DOMAINS: Readonly<Record<string, string>> = { 'Brightleaf Studio': 'brightleaf.example' };

/** The web and mail domain of a business: its name without spaces, as harborbikes.example. */
export function domainOf({ name }: { readonly name: string }): string {
  return DOMAINS[name] ?? `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}.example`;
}
