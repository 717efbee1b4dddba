import { contract, isObject, type Schema } from '../../../support/contract.ts';

/** Words that messages are made of; every sentence is another one. */
const WORDS =
  'the invoice that we got yesterday does not show our new address and the export of last month stops after two pages so nobody here can close the books please tell us how to change it and when it will work again'.split(
    ' ',
  );

/** Fills every property of the contract's schemas, the same values every time. */
export function createSampler({ items: most = 20 }: { items?: number } = {}) {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };

  const sentence = (length: number): string => {
    const start = next() * 7;
    const words = Array.from({ length }, (_, at) => WORDS[(start + at * 3) % WORDS.length]);
    return `${words.join(' ')} ${next()}.`;
  };

  const html = (paragraphs: number): string =>
    Array.from(
      { length: paragraphs },
      () =>
        `<p class="no-margin" style="font-family: Helvetica, Arial, sans-serif; font-size: 14px;">${sentence(18)} <a href="https://example.com/help/${next()}" target="_blank" rel="nofollow noopener noreferrer" class="intercom-content-link">${sentence(3)}</a></p><ul><li><b>${sentence(6)}</b></li><li>${sentence(8)}</li></ul>`,
    ).join('\n');

  const text = (key: string, schema: Schema): string => {
    if (schema.format === 'date-time') return '2026-05-28T20:26:40Z';
    if (key === 'body' || key === 'note') return html(3);
    if (key === 'body_markdown') return Array.from({ length: 6 }, () => sentence(24)).join('\n\n');
    if (key === 'subject') return `<p>${sentence(6)}</p>`;
    if (/email$/.test(key)) return `person${next()}@example.com`;
    if (/(?:^|_)urls?$|^website$|^avatar$/.test(key))
      return `https://example.com/pages/${next()}/of-a-site?session=${'a1b2c3'.repeat(6)}`;
    if (/(?:^|_)ids?$/.test(key)) return String(21_500_000 + next());
    if (/phone/.test(key)) return `+3538712345${next()}`;
    if (key === 'description' || key === 'remark') return sentence(12);
    if (key === 'title' || key === 'name' || key === 'text') return sentence(4);
    return `${key} ${next()}`;
  };

  const list = (key: string, items: unknown, at: number): unknown[] => {
    const length = at <= 1 && /^(?:data|conversations|tickets)$/.test(key) ? most : (LENGTHS[key] ?? 2);
    return Array.from({ length }, (_, index) => {
      const item = typed(sample(items, key, at + 1), key === 'data' ? nameOf(items) : undefined);
      return isObject(item) && /_parts$/.test(key) ? asPart(item, index) : item;
    });
  };

  const typed = (item: unknown, type: string | undefined): unknown =>
    isObject(item) && typeof item.type === 'string' && type !== undefined ? { ...item, type } : item;

  /** Every fourth part is an event, which has no words. */
  const asPart = (part: Schema, index: number): Schema => {
    const created_at = 1_780_000_000 + index * 600;
    if (index % 4 === 0) return { ...part, created_at, body: null, attachments: [], part_type: 'assignment' };
    return { ...part, created_at, body: html(1), part_type: index % 4 === 1 ? 'note' : 'comment' };
  };

  const sample = (given: unknown, key = '', at = 0): unknown => {
    const schema = merge(given);
    if (key === 'custom_attributes' || key === 'ticket_attributes')
      return {
        plan: 'Enterprise',
        seats: 120 + next(),
        'Order number': `A-${next()}`,
        renews_at: 1_790_000_000,
        note: null,
      };
    if (Array.isArray(schema.enum))
      return schema.enum.filter((value) => value !== null)[
        next() % schema.enum.filter((value) => value !== null).length
      ];
    if (schema.type === 'object' || isObject(schema.properties))
      return Object.fromEntries(
        Object.entries(isObject(schema.properties) ? schema.properties : { key: { type: 'string' } })
          .filter(() => at < 9)
          .map(([name, part]) => [name, valueFor(name, part, { owner: key, at })]),
      );
    if (schema.type === 'array') return list(key, schema.items, at);
    if (schema.type === 'boolean') return next() % 2 === 0;
    if (schema.type === 'integer' || schema.type === 'number') {
      const isTime = schema.format === 'date-time' || schema.format === 'timestamp' || /_at$/.test(key);
      return isTime ? 1_780_000_000 + next() * 60 : next() + 40;
    }
    return text(key, schema);
  };

  const valueFor = (name: string, part: unknown, { owner, at }: { owner: string; at: number }): unknown => {
    if (name === 'total_count') return 40;
    if (name === 'has_more') return true;
    const { enum: values } = merge(part);
    if (name === 'type' && !Array.isArray(values))
      return TYPES[owner] ?? (owner.replace(/ies$/, 'y').replace(/s$/, '') || 'object');
    return sample(part, name, at + 1);
  };

  return (schema: string): unknown => sample(contract.components.schemas[schema], schema);
}

const LENGTHS: Readonly<Record<string, number>> = { conversation_parts: 40, ticket_parts: 20, articles: 5, data: 3 };
const TYPES: Readonly<Record<string, string>> = {
  author: 'user',
  source: 'email',
  teammates: 'admin',
  assigned_to: 'team',
  data: 'contact',
  reply_to: 'user',
};

/** Things in a list called `data` say what they are. */
function nameOf(items: unknown): string | undefined {
  const name = isObject(items) && typeof items.$ref === 'string' ? items.$ref.split('/').at(-1) : undefined;
  return name === 'linked_object' || name === 'social_profile' ? undefined : name?.replace(/_data$/, '');
}

/** A schema with its references followed and the first of its alternatives. */
function merge(given: unknown): Schema {
  if (!isObject(given)) return {};
  const { $ref, allOf, oneOf, anyOf, ...own } = given;
  const target = typeof $ref === 'string' ? contract.components.schemas[$ref.split('/').at(-1) ?? ''] : undefined;
  const first = [oneOf, anyOf].flatMap((forms) => (Array.isArray(forms) ? forms.slice(0, 1) : []));
  const forms = [target, ...(Array.isArray(allOf) ? allOf : []), ...first].map(merge);
  const properties = Object.assign(
    {},
    ...[...forms, own].map((form) => (isObject(form.properties) ? form.properties : {})),
  );
  return { ...Object.assign({}, ...forms), ...own, ...(Object.keys(properties).length > 0 && { properties }) };
}
