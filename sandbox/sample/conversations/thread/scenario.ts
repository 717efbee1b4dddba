import type { cast } from '../../cast.ts';

/** Where a conversation came in, as Intercom names it. */
export type Channel = 'conversation' | 'email' | 'whatsapp' | 'phone_call' | 'sms' | 'facebook' | 'instagram';

/** Who says something: the contact, the admin it is assigned to, or a teammate in a note that the contact does not see. */
type Speaker = 'customer' | 'admin' | 'note';

/** Something that is said, and other ways to say it. Texts are marked up as `html-template.ts` describes. */
export type Step = readonly [speaker: Speaker, text: string, ...others: string[]];

/** A kind of file that customers send along. */
export type FileKind = 'screenshot' | 'invoice' | 'export' | 'photo' | 'log';

/** A story that happens again and again at a support desk, told with placeholders for what differs. */
export interface Scenario {
  readonly title: string;
  readonly team: keyof typeof cast.teams;
  /** Names; those that the workspace does not have are left out. */
  readonly tags: readonly string[];
  readonly channels: readonly Channel[];
  /** How often it happens, compared to the others. */
  readonly weight: number;
  /** The usual rating, from 1 to 5. */
  readonly mood: number;
  readonly priority?: 'low' | 'medium' | 'high' | 'urgent';
  /** The value of the conversation's attribute Topic. */
  readonly topic: string;
  /** Path in Fernhill's app where the messenger was opened. */
  readonly page?: string;
  readonly file?: FileKind;
  /** Of the texts, unless they are English. */
  readonly language?: 'de' | 'fr' | 'es';
  /** What Fin answers at first, where it takes part. */
  readonly fin?: string;
  /** The first one opens the conversation. */
  readonly steps: readonly [Step, ...Step[]];
}
