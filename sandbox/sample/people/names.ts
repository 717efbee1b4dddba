function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** First names of the sample people. */
export const FIRST_NAMES = words(`
  Aoife Conor Niamh Oisin Fatima Yusuf Leila Omar Chiara Matteo Giulia Davide Ines Rafael Beatriz Tiago Anneke Bram
  Femke Sven Astrid Lars Freja Mikkel Emilia Jakub Zofia Piotr Hanna Lukas Mila Felix Camille Julien Manon Theo Ana
  Diego Lucia Pablo Ngozi Chidi Zanele Thabo Wanjiru Kamau Aisha Kofi Mei Jun Haruka Ren Jiwoo Minho Linh Tuan Anjali
  Rohan Kavya Arjun Olivia Ethan Grace Caleb Naomi Dylan Moana Tane
`);

/** Last names of the sample people. */
export const LAST_NAMES = words(`
  Byrne Gallagher Nolan Doyle Haddad Mansour Rahimi Saleh Ricci Moretti Fontana Greco Pereira Carvalho Lopes Moreira
  Visser Dekker Bakker Mulder Nilsson Bergman Holm Dahl Kowalska Nowak Wojcik Zielinski Brandt Vogel Hartmann Seidel
  Laurent Girard Marchand Perrin Navarro Ibarra Fuentes Molina Okafor Adeyemi Dlamini Nkosi Mwangi Otieno Mensah Boateng
  Chen Huang Sato Nakamura Park Choi Nguyen Pham Iyer Kapoor Menon Desai Walker Bennett Carter Hughes Tremblay Fraser
  Ngata Parata
`);

/** Places that the sample people live in. */
export const PLACES = [
  { country: 'Ireland', region: 'Leinster', city: 'Dublin', language: 'en', phone: '+35386' },
  { country: 'Ireland', region: 'Munster', city: 'Cork', language: 'en', phone: '+35387' },
  { country: 'United Kingdom', region: 'England', city: 'Bristol', language: 'en', phone: '+44770' },
  { country: 'Germany', region: 'Hamburg', city: 'Hamburg', language: 'de', phone: '+49151' },
  { country: 'Switzerland', region: 'Bern', city: 'Bern', language: 'de', phone: '+4179' },
  { country: 'France', region: 'Occitanie', city: 'Toulouse', language: 'fr', phone: '+33612' },
  { country: 'Spain', region: 'Valencia', city: 'Valencia', language: 'es', phone: '+34612' },
  { country: 'Portugal', region: 'Porto', city: 'Porto', language: 'pt', phone: '+35191' },
  { country: 'Italy', region: 'Piedmont', city: 'Turin', language: 'it', phone: '+39347' },
  { country: 'Netherlands', region: 'Utrecht', city: 'Utrecht', language: 'nl', phone: '+3161' },
  { country: 'Sweden', region: 'Skane', city: 'Malmo', language: 'sv', phone: '+4670' },
  { country: 'Poland', region: 'Lesser Poland', city: 'Krakow', language: 'pl', phone: '+48601' },
  { country: 'Kenya', region: 'Nairobi County', city: 'Nairobi', language: 'en', phone: '+25471' },
  { country: 'South Africa', region: 'Western Cape', city: 'Cape Town', language: 'en', phone: '+2782' },
  { country: 'Canada', region: 'Quebec', city: 'Montreal', language: 'fr', phone: '+1514' },
  { country: 'United States', region: 'Oregon', city: 'Portland', language: 'en', phone: '+1503' },
  { country: 'Japan', region: 'Kansai', city: 'Kyoto', language: 'ja', phone: '+8190' },
  { country: 'New Zealand', region: 'Otago', city: 'Dunedin', language: 'en', phone: '+6421' },
] as const;

/** Mail providers of people without a company. */
export const MAIL_DOMAINS = ['postbox.example', 'inboxly.example', 'quickmail.example'] as const;
