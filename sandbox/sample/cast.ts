import { app } from '../model/app.ts';

/**
 * The people and things of the sample workspace that examples, tests and documentation speak of by id. The workspace is the
 * support team of Fernhill, a made-up scheduling and invoicing service for small businesses.
 */
export const cast = {
  app,
  admins: {
    /** The token's own admin, who leads the team. */
    maya: '149302',
    tomas: '149303',
    ingrid: '149304',
    daniel: '149305',
    priya: '149306',
    luca: '149307',
  },
  teams: { frontline: '7301', billing: '7302', technical: '7303', success: '7304' },
  contacts: {
    /** amara.diallo@brightleaf.example, whose custom attribute subscription_tier is Enterprise. */
    amara: '66010a11c0ffee0000000001',
    /** sofia.lindqvist@harborbikes.example, who asks for a refund in conversation 104857392. */
    sofia: '66010a11c0ffee0000000002',
    /** jonas.keller@alpineoutfitters.example, who has three conversations and one open ticket. */
    jonas: '66010a11c0ffee0000000003',
    /** The three who ask for a password reset and were not answered yet. */
    resets: ['66010a11c0ffee0000000004', '66010a11c0ffee0000000005', '66010a11c0ffee0000000006'],
  },
  conversations: {
    /** A refund that was asked for: open, assigned to Maya. */
    refund: '104857392',
    /** Open, unassigned, of the last 24 hours, unanswered, about a password reset. */
    resets: ['104857401', '104857402', '104857403'],
    /** Open, unassigned, of the last 24 hours and not about passwords at all. */
    unassigned: ['104857411', '104857412', '104857413'],
    /** Of Jonas, oldest first. */
    jonas: ['104857421', '104857422', '104857423'],
    /** 500 parts and more. */
    long: '104857430',
  },
  tickets: {
    /** In the state Submitted, assigned to nobody. */
    submitted: '84930',
    /** The one open ticket of Jonas. */
    jonas: '84951',
  },
  /** Ids of ticket states; all of them belong to every ticket type of the category Customer. */
  ticketStates: { submitted: '4601', inProgress: '4602', waiting: '4603', resolved: '4604', escalated: '4605' },
  ticketTypes: { customer: '2101', backOffice: '2102', tracker: '2103' },
  articles: { passwordReset: '9021', sso: '9034' },
  helpCenter: '501',
} as const;
