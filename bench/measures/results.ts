import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import * as z from 'zod';
import type { Operation, Prepared } from '../contestants/contestant.ts';
import { connectStdio } from '../support/stdio-connection.ts';
import type { Figures } from './figures.ts';
import type { MetricName } from './metrics.ts';

/** Six answers as an agent reads them, of operations with path parameters alone, so that every generator's tool can be called alike. */
const readOperations: readonly (Operation & { readonly path: string })[] = [
  { operationId: 'identifyAdmin', path: '/me', tool: 'get_single_intercom_me', parameters: {} },
  { operationId: 'listAdmins', path: '/admins', tool: 'list_all_intercom_admins', parameters: {} },
  { operationId: 'listTags', path: '/tags', tool: 'list_all_intercom_tags', parameters: {} },
  { operationId: 'listArticles', path: '/articles', tool: 'list_all_intercom_articles', parameters: {} },
  { operationId: 'listConversations', path: '/conversations', tool: 'list_all_intercom_conversations', parameters: {} },
  {
    operationId: 'retrieveConversation',
    path: '/conversations/{conversation_id}',
    tool: 'get_single_intercom_conversation_by_id',
    parameters: { conversation_id: '104857392' },
  },
];

const result = z.looseObject({
  isError: z.boolean().optional(),
  content: z.array(z.looseObject({ text: z.string().default('') })),
});

/** Adds the tokens of the text of all six answers together; throws where a call fails. */
export async function measureResults(
  { name, server, read }: Prepared & { readonly name: string },
  figures: Figures<MetricName>,
): Promise<void> {
  if (server === undefined || read === undefined) return;
  await using connection = await connectStdio(server);
  let tokens = 0;
  for (const operation of readOperations) {
    const answer = await connection.request('tools/call', read(operation));
    const { isError, content } = result.parse(answer.result);
    const text = content.map((part) => part.text).join('');
    if (isError) throw new Error(`${operation.operationId}: ${text.slice(0, 150)}`);
    tokens += countTokens(text);
  }
  figures.add(name, 'resultTokens', tokens);
}

/** The tokens of the same answers as the API gives them. */
export async function rawResultTokens(upstream: string): Promise<number> {
  let tokens = 0;
  for (const { path, parameters } of readOperations) {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters[parameter] ?? '');
    const response = await fetch(`${upstream}${filled}`, { headers: { authorization: 'Bearer x' } });
    if (!response.ok) throw new Error(`${filled}: ${response.status}`);
    tokens += countTokens(await response.text());
  }
  return tokens;
}
