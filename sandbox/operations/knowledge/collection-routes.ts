import { referred } from '../../domain/knowledge/refer.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { app } from '../../model/app.ts';
import { articles, type Collection, collections, helpCenters } from '../../model/knowledge.ts';
import { dropRedirects } from './article-routes.ts';
import { addressIn, defaultHelpCenter, withNested } from './help-center-of.ts';
import { translationsIn } from './locales.ts';

/** List, get, create, change and delete of the collections of help centers. */
export const collectionRoutes: Routes = crud<Collection>({
  collection: '/help_center/collections',
  item: '/help_center/collections/{collection_id}',
  param: 'collection_id',
  what: 'Collection',
  table: collections,
  rows: ({ workspace }) => latestFirst(collections(workspace).all()),
  render: answered,
  create: newCollection,
  update: change,
  remove: takeOut,
});

function answered(row: Collection, { workspace }: Call): unknown {
  const { translations, default_locale: locale, id, name } = row;
  const texts = Object.entries(translations).map(([key, text]) => [key, { type: 'group_content', ...text }]);
  return {
    ...row,
    workspace_id: app.id,
    url: addressIn(workspace, row.help_center_id, { locale, id, title: name, section: 'collections' }),
    translated_content: texts.length === 0 ? null : { type: 'group_translated_content', ...Object.fromEntries(texts) },
  };
}

function newCollection(call: Call): Collection {
  const { workspace, body, now } = call;
  const parent = parentOf(call);
  const center =
    body.help_center_id == null
      ? (helpCenters(workspace).get(parent?.help_center_id) ?? defaultHelpCenter(workspace))
      : helpCenters(workspace).get(body.help_center_id);
  const centerId = Number(referred(call, center, 'help_center_id', 'Help center').id);
  if (parent && parent.help_center_id !== centerId) referred(call, undefined, 'parent_id', 'Collection there');
  const row: Collection = {
    id: workspace.nextId('collections', 6121),
    name: '',
    description: null,
    icon: 'book-bookmark',
    order: collections(workspace).filter((other) => other.parent_id === (parent?.id ?? null)).length,
    parent_id: parent?.id ?? null,
    help_center_id: centerId,
    default_locale: center?.locales[0] ?? 'en',
    translations: {},
    created_at: now,
    updated_at: now,
  };
  write(row, call);
  return row;
}

function change(row: Collection, call: Call): void {
  const parent = parentOf(call);
  if (parent && withNested(call.workspace, row).includes(parent))
    throw new Fault(404, 'parent_id: a collection cannot stand inside itself', { field: 'parent_id' });
  if (call.body.parent_id !== undefined) row.parent_id = parent?.id ?? null;
  write(row, call);
  row.updated_at = call.now;
}

function parentOf(call: Call): Collection | undefined {
  const { parent_id: parent } = call.body;
  return parent == null
    ? undefined
    : referred(call, collections(call.workspace).get(parent), 'parent_id', 'Collection');
}

function write(row: Collection, { body }: Call): void {
  const texts = translationsIn(body.translated_content);
  const own = { ...texts.find(([locale]) => locale === row.default_locale)?.[1], ...body };
  if (typeof own.name === 'string') row.name = own.name;
  if (typeof own.description === 'string') row.description = own.description;
  for (const [locale, { name, description }] of texts) {
    if (locale === row.default_locale) continue;
    const known = row.translations[locale];
    row.translations[locale] = {
      name: typeof name === 'string' ? name : (known?.name ?? row.name),
      description: typeof description === 'string' ? description : (known?.description ?? ''),
    };
  }
}

/** What stood inside stays: articles lose this parent, and collections move up. */
function takeOut(row: Collection, { workspace }: Call): void {
  for (const article of articles(workspace).all())
    if (article.parent_ids.includes(Number(row.id)))
      article.parent_ids = article.parent_ids.filter((id) => id !== Number(row.id));
  for (const child of collections(workspace).filter(({ parent_id: parent }) => parent === row.id))
    child.parent_id = row.parent_id;
  dropRedirects(workspace, 'collection', row.id);
}
