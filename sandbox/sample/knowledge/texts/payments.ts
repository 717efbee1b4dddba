import type { ArticleSeed } from './article-seed.ts';

/** Articles about being paid, and about paying for Fernhill. */
export const paymentsArticles: readonly ArticleSeed[] = [
  {
    collection: '6105',
    title: 'Accept payments by card',
    description: 'Connect a bank account and take cards online and on the spot.',
    text: `1. Open **Settings > Payments** and select **Set up**.
2. Enter your business details and the IBAN of your bank account.
3. Upload an identity document. The check usually takes one working day.

Each payment costs 1.4 % and 0.25 EUR for European cards. Payouts arrive after two working days.`,
  },
  {
    collection: '6105',
    title: 'Refund a payment',
    description: 'Give back all or part of what a customer paid.',
    text: `1. Open the invoice and select **Refund**.
2. Enter the amount and a reason, which the customer sees.
3. Confirm. A credit note is made by itself.

Card refunds reach the customer after 5 to 10 working days. A refund cannot be stopped once it was confirmed, and the fee of the first payment is not given back.`,
    translations: {
      de: {
        title: 'Zahlung erstatten',
        description: 'Einen bezahlten Betrag ganz oder teilweise zurückgeben.',
        text: `1. Öffne die Rechnung und wähle **Erstatten**.
2. Gib den Betrag und einen Grund ein, den der Kunde sieht.
3. Bestätige. Eine Gutschrift entsteht von selbst.

Erstattungen auf Karten dauern 5 bis 10 Werktage.`,
      },
    },
  },
  {
    collection: '6105',
    title: 'Why a payment failed',
    description: 'The most common reasons, and what you can do.',
    text: `Most failed payments are refused by the bank of the customer, not by Fernhill. The invoice shows the reason that the bank told us.

- **Insufficient funds**: ask the customer to try again later.
- **Authentication required**: the customer has to confirm in their banking app.
- **Card expired**: send the payment link again, so that a new card can be entered.

Fernhill tries a saved card again after one, three and seven days.`,
  },
  {
    collection: '6105',
    title: 'Ask for a deposit when customers book',
    description: 'Take part of the price in advance.',
    text: `Set a deposit under **Services > Price**, as an amount or in percent. It is taken off the invoice by itself.

If the customer cancels in time, the deposit is refunded automatically.`,
  },
  {
    collection: '6105',
    title: 'Understand your Fernhill bill',
    description: 'Seats, text messages and changes within a month.',
    text: `Your bill has up to three parts: the plan, seats beyond those in the plan, and text messages of the last month.

Charged twice? Two lines with the same amount are usually a change of plan on the first day: one of them has a credit on the next bill. If not, write to us with the number of the bill.`,
  },
];
