import type { Scenario } from '../thread/scenario.ts';

/** What customers write in other languages; notes are in English, as the team is. */
export const languages: readonly Scenario[] = [
  {
    title: 'Rechnung {invoice}: falsche Anschrift',
    language: 'de',
    team: 'billing',
    tags: ['billing'],
    channels: ['email', 'conversation'],
    weight: 2,
    mood: 4,
    topic: 'Invoice',
    file: 'invoice',
    steps: [
      [
        'customer',
        'Guten Tag,\n\nauf der Rechnung {invoice} über {amount} steht noch unsere alte Anschrift. Könnten Sie sie bitte korrigieren? Das Finanzamt ist da recht streng.\n\nMit freundlichen Grüßen',
        'Hallo, seit dem Umzug nach Köln stimmt die Adresse auf den Rechnungen nicht mehr. Wo kann ich das ändern?',
      ],
      ['admin', 'Guten Tag {first}, gern. Wie lautet die neue Anschrift, und ab welchem Monat gilt sie?'],
      ['customer', 'Ab diesem Monat: Gartenstraße 14, 50667 Köln.'],
      ['note', 'New address is on the account, {invoice} was replaced. Customer writes German, Ingrid can take over.'],
      ['admin', 'Erledigt: Die korrigierte Rechnung liegt unter **Einstellungen, Abrechnung** bereit.'],
      ['customer', 'Vielen Dank, das ging ja schnell!'],
    ],
  },
  {
    title: 'Les rappels partent deux fois',
    language: 'fr',
    team: 'technical',
    tags: ['bug'],
    channels: ['conversation', 'whatsapp', 'email'],
    weight: 2,
    mood: 4,
    topic: 'Reminders',
    file: 'screenshot',
    steps: [
      [
        'customer',
        'Bonjour,\n\ndepuis quelques jours, nos clients reçoivent chaque rappel en double. Plusieurs s’en sont plaints. Pouvez-vous vérifier ?',
        'Bonjour, les rappels par SMS arrivent en français mais avec l’heure de {city}. Où est-ce que je règle cela ?',
      ],
      [
        'admin',
        'Bonjour {first}, merci de nous avoir prévenus. Avez-vous un deuxième modèle de rappel actif, par exemple depuis une copie ?',
      ],
      ['customer', 'Ah oui, il y en a deux qui portent le même nom…', 'Non, un seul. Voici une capture d’écran.'],
      ['note', 'Duplicate template after the plan change, both active. Switched one off.'],
      ['admin', 'J’ai désactivé la copie : chaque client ne recevra plus qu’un seul message.'],
      ['customer', 'Parfait, merci beaucoup !'],
    ],
  },
  {
    title: 'Reserva duplicada el {time}',
    language: 'es',
    team: 'technical',
    tags: ['calendar-sync'],
    channels: ['whatsapp', 'conversation', 'email'],
    weight: 2,
    mood: 4,
    topic: 'Double booking',
    steps: [
      [
        'customer',
        'Hola, tengo dos citas a la misma hora ({time}) y las dos están confirmadas. ¿Cómo puede ser? Uso {calendar}.',
        '¡Buenos días! ¿Se puede poner un descanso de 15 minutos entre citas? No lo encuentro.',
      ],
      ['admin', 'Hola {first}, lo siento mucho. ¿Me puedes pasar el número de una de las reservas?'],
      ['customer', 'Sí, es la {booking}. Gracias 🙏'],
      ['note', 'Second calendar of the same account was set to "free". Told the customer how to change it.'],
      [
        'admin',
        'Ya sé qué pasa: tu segundo calendario está marcado como «libre». Cámbialo en **Ajustes, Calendarios** y no volverá a ocurrir.',
      ],
      ['customer', '¡Listo! Muchas gracias, {admin}.'],
    ],
  },
];
