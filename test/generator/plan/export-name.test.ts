import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { exportName } from '../../../generator/plan/export-name.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { answer, apiOf, description } from '../support/fixture.ts';

const page = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
/** The rows of the page's table: tools and exports side by side. */
const documented = [...page.matchAll(/^\| (`.*?`) \| (`.*?`) \|$/gm)].flatMap(([, tools = '', exports = '']) => {
  const names = (cell: string): string[] => cell.split(', ').map((name) => name.replaceAll('`', ''));
  return names(tools).map((tool, at): [string, string] => [tool, names(exports)[at] ?? '']);
});

describe('the rule', () => {
  test('the page has examples', () => expect(documented.length).toBeGreaterThan(15));

  test.each(documented)('%s is %s, as the page says', (tool, want) => {
    expect(exportName(tool.replace('<api>', 'help_desk'), 'help_desk')).toBe(want);
  });

  test.each<[string, string]>([
    ['create_a_acme_conversations_attribute_option', 'createConversationAttributeOption'],
    ['get_single_acme_jobs_status_by_id', 'getJobStatus'],
    ['list_all_acme_office_hours_exceptions', 'listOfficeHoursExceptions'],
    ['list_all_acme_news_newsfeed_items', 'listNewsfeedItems'],
    ['list_all_acme_fin_voice_by_conversation_id', 'listFinVoiceByConversationId'],
    ['list_all_acme_calls_with_transcripts', 'listCallsWithTranscripts'],
    ['acme_admins_set_away', 'setAdminAway'],
    ['acme_article_draft_publish', 'publishArticleDraft'],
    ['acme_fin_csat', 'postFinCsat'],
    ['acme_list_pets', 'listPets'],
    ['answer_ticket', 'answerTicket'],
    ['acme_delete', 'deleteAcme'],
    ['list_all_acme', 'listAcme'],
    ['get_single_acme_by_id', 'getAcme'],
    ['acme_2fa', 'post2fa'],
    ['path', 'pathTool'],
    ['class', 'classTool'],
    ['', 'aTool'],
  ])('%s is %s', (tool, want) => {
    expect(exportName(tool, 'acme')).toBe(want);
  });
});

describe('one export a tool', () => {
  const exportsOf = (operations: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      nameOperations(apiOf(operations)).api.operations.map(({ names }) => [names.tool, names.identifier]),
    );

  test('two searches of one resource say what differs, whatever the order of the description', () => {
    const operations = ['GET /pets/search', 'POST /pets/search'];
    const want = {
      list_all_acme_pets_search: 'searchPets',
      list_all_acme_search_pets: 'searchPetsByPost',
    };
    expect(exportsOf(operations)).toEqual(want);
    expect(exportsOf(operations.toReversed())).toEqual(want);
  });

  test('no export is the constant of the input of another', () => {
    const names = exportsOf(['POST /pets/input', 'POST /pets', 'POST /pet_inputs']);
    const constants = Object.values(names).flatMap((name) => [name, `${name}Input`]);
    expect(new Set(constants).size).toBe(constants.length);
  });

  test('an overlay has the last word, and the rule goes around it', () => {
    const paths = {
      '/pets': { get: { responses: answer({ type: 'array' }) } },
      '/cages': { get: { responses: answer({ type: 'array' }), 'x-mcp': { export: 'listPets' } } },
    };
    const { api } = nameOperations(normalize(description(paths), 'acme').api);
    expect(api.operations.map(({ names }) => names.identifier)).toEqual(['listPetsByGet', 'listPets']);
  });
});
