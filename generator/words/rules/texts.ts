import { isVisible } from '../../text/plain-text.ts';
import { isStub } from '../../text/stub.ts';
import { phraseRule, textRule } from './rule.ts';

/** Characters that a title may have, a description must and may, an argument's words may, and those of a search's filters. */
const ceilings = { title: 60, shortest: 25, description: 400, argument: 80, filters: 200 };

/** A stub is no words. */
export const stub = textRule('Write the words, or delete the line.', ({ text }) =>
  isStub(text) ? 'is a stub' : undefined,
);

/** What is longer is skimmed, and paid for in every list. */
export const length = textRule(
  'Say what a model needs to choose and to call; the rest is what the name says.',
  (words, tool) => {
    const { kind, text, argument } = words;
    const isFilters = tool?.fields.find(({ key }) => key === argument)?.schema.$defs !== undefined;
    const most = kind === 'argument' && isFilters ? ceilings.filters : ceilings[kind];
    const count = [...text].length;
    if (count > most) return `has ${count} characters; at most ${most} are read`;
    if (kind === 'description' && count < ceilings.shortest && !isStub(text))
      return `has ${count} characters, which tell too little; at least ${ceilings.shortest}`;
    return undefined;
  },
);

/** Blanks and characters that nobody sees. */
export const blanks = textRule('Write it anew, in plain letters with single blanks.', ({ text }) => {
  if (!isVisible(text)) return 'has a character that nobody sees';
  if (text !== text.trim()) return 'begins or ends with a blank';
  return /\s{2}|[\n\t]/.test(text) ? 'has two blanks in a row, or a line of its own' : undefined;
});

/** A description is sentences; a title and the words of an argument are none. */
export const ends = textRule(
  'Descriptions end with a full stop, titles and the words of arguments do not.',
  ({ kind, text }) => {
    if (isStub(text) || text === '') return undefined;
    const isSentence = /[.!?]$/.test(text.trimEnd());
    if (kind === 'description') return isSentence ? undefined : 'does not end with a full stop';
    return isSentence ? 'ends like a sentence' : undefined;
  },
);

/** What is written for a page is noise to a model, or does not work there. */
export const markup = phraseRule(
  'Say it in plain words: models get no page to look at and no link to follow.',
  /https?:\/\/|www\.|\]\(|`|\*\*|__|^#{1,6}\s|^[-*]\s|<\/?(?:a|b|br|code|em|i|li|p|strong|ul)\b[^>]*>|&(?:amp|nbsp|lt|gt|quot);/im,
  'is markup or a link',
);

/** Phrases of reference pages. */
export const webPage = phraseRule(
  'Begin with the verb and say what the tool does, in words of our own.',
  /\b(?:you (?:can|may|could|will|should|must|need)|(?:the endpoint|this (?:endpoint|method|operation|request|resource))\b|this (?:API|call|tool)|the API (?:allows|lets|returns|will)|allows? (?:you|for)|lets you|endpoint|please|simply|note that|learn more|click|(?:see|refer to) (?:the |our )?(?:docs?|documentation|guide|section|below|above)|for more (?:information|details)|can be used to|is used to|(?:request|response) (?:body|object|payload) (?:is|contains|with)|HTTP (?:GET|POST|PUT|PATCH|DELETE))\b|\b(?:Note|Warning|Tip|Important|Example):/i,
  'is prose of a web page',
  ['title', 'description'],
);

/** What is true for some weeks. */
export const timeBound = phraseRule(
  'Say what is so, not since when or until when: nobody rewrites it in time.',
  /\b(?:API version \d|v\d+\.\d|as of\b|since version|(?:since|until|in|by|from) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|(?:recently|newly) (?:added|changed|introduced|released)|brand[- ]new|coming soon|in (?:the )?future|not yet (?:supported|available|possible)|for now|at the moment|currently|nowadays|beta|will (?:soon )?be (?:added|removed|deprecated|supported)|deprecated)/i,
  'is true for a time only',
);

/** Orders that have nothing to do with the tool. */
export const command = phraseRule(
  'Say what the tool does; how a model behaves is for its user and its host to say.',
  /\b(?:ignore (?:all|any|every|the|previous|prior|other|your)|disregard|system prompt|you are (?:a|an|the|now)\b|(?:do not|don't|never) (?:tell|inform|ask|mention|reveal|show)\b|without (?:asking|telling|informing|confirm)|always (?:call|use|choose|prefer|run)\b|(?:must|should) (?:always|never|first) (?:call|use)|before any other tool|instead of any other|<\/?(?:system|important|instructions?)>|(?:give|include|pass|put|reveal|send) (?:\w+ ){0,3}(?:api keys?|passwords?|secrets?|access tokens?)\b)/i,
  'orders a model about',
);
