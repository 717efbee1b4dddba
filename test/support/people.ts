// Those whom tests make up, one set for all. A test over the sample workspace speaks of `sandbox/sample/cast.ts`; these
// stand beside it, under ids that no seed has.

/** An admin, who answers. */
export const nora = { id: '9990001', name: 'Nora Vale', email: 'nora@fernhill.example' } as const;

/** Another admin. */
export const otis = { id: '9990002', name: 'Otis Brand', email: 'otis@fernhill.example' } as const;

/** The team of the two. */
export const nightShift = { id: '9990101', name: 'Night shift' } as const;

/** A contact, who asks. */
export const rosa = {
  id: 'c0ffee00000000000000aa01',
  external_id: 'elm-1',
  name: 'Rosa Lima',
  email: 'rosa@elmgarage.example',
  phone: '+353155599001',
} as const;

/** A contact of the same company. */
export const omar = {
  id: 'c0ffee00000000000000aa02',
  external_id: 'elm-2',
  name: 'Omar Haddad',
  email: 'omar@elmgarage.example',
} as const;

/** Somebody whom no workspace knows. */
export const stranger = { email: 'stranger@elmgarage.example' } as const;

/** The company of the contacts. */
export const elmGarage = { id: 'c0ffee00000000000000bb01', company_id: 'elm-garage', name: 'Elm Garage' } as const;

/** A workspace, by the code and the name of its app. */
export const workspace = { id_code: 'ws1', name: 'Straße 7' } as const;

/** Email addresses in the cast of the sample workspace. */
export const emails = {
  amara: 'amara.diallo@brightleaf.example',
  sofia: 'sofia.lindqvist@harborbikes.example',
  jonas: 'jonas.keller@alpineoutfitters.example',
} as const;
