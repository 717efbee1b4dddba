import type { ArticleSeed } from './article-seed.ts';

/** Articles about invoices. */
export const invoicingArticles: readonly ArticleSeed[] = [
  {
    collection: '6104',
    title: 'Create and send an invoice',
    description: 'From a booking or from scratch.',
    text: `1. Open a booking and select **Invoice**, or open **Invoices > New**.
2. Check the lines, the tax rate and the date on which payment is due.
3. Select **Send**. The customer gets an email with a link and a PDF.

An invoice that was sent cannot be changed. Select **Correct** to make a credit note and a new invoice in one step.`,
    translations: {
      fr: {
        title: 'Créer et envoyer une facture',
        description: "À partir d'une réservation ou de zéro.",
        text: `1. Ouvrez une réservation et choisissez **Facturer**, ou ouvrez **Factures > Nouvelle**.
2. Vérifiez les lignes, le taux de TVA et l'échéance.
3. Choisissez **Envoyer**. Le client reçoit un lien et un PDF.

Une facture envoyée ne peut plus être modifiée : choisissez **Corriger** pour créer un avoir.`,
      },
    },
  },
  {
    collection: '6104',
    title: 'Number your invoices',
    description: 'Prefixes, yearly counters and moving from another tool.',
    text: `Invoice numbers run without gaps. Under **Invoices > Settings > Numbers** choose a prefix and whether the counter begins anew each year.

If you come from another tool, enter the next number before you send your first invoice. Later it can only be raised.`,
  },
  {
    collection: '6104',
    title: 'Tax rates and reverse charge',
    description: 'Charge the right tax at home and abroad.',
    text: `Each service has a tax rate. For business customers in other EU countries, enter their VAT number: Fernhill checks it and sets the rate to 0 % with the note on reverse charge.

If a number cannot be checked, the invoice keeps your local rate. Ask your tax adviser in case of doubt.`,
  },
  {
    collection: '6104',
    title: 'Send invoices again and again',
    description: 'Recurring invoices for subscriptions and retainers.',
    text: `Open an invoice and select **Repeat**. Choose how often, the first date, and whether Fernhill sends it by itself or leaves a draft for you to check.

A recurring invoice pauses after two that were not paid, and you get an email.`,
  },
  {
    collection: '6104',
    title: 'Approve invoices before they go out',
    description: 'Approval steps on the Business plan.',
    isDraft: true,
    text: `With approval turned on, an invoice above your limit waits until a member with the role **Approver** has looked at it.

Approvers get one email a day with everything that waits. This text is not complete: limits per team are missing.`,
  },
  {
    collection: '6104',
    title: 'Export invoices for your accountant',
    description: 'CSV, DATEV and PDF archives.',
    text: `Open **Invoices > Export**, choose the months and the format. CSV opens in any spreadsheet, DATEV is what German accountants ask for, and the archive has all PDFs in one file.

You can give your accountant a seat of their own, which costs nothing and only reads.`,
  },
];
