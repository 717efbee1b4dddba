/** What is shown of the answers of one API. Property names are meant at any depth. */
export interface AnswerRules {
  /** Rules of resources by their `type`, or by the name of the tool where an item has none. */
  readonly resources: Readonly<Record<string, ResourceRule>>;
  /** Other names of resources that have a rule. */
  readonly aliases: Readonly<Record<string, string>>;
  /** What a summary of a resource without a rule leaves out. */
  readonly heavy: readonly string[];
  readonly noise: NoiseRules;
  /** Properties that hold what a customer of the API put there: kept to the letter, whatever they are called inside. */
  readonly opaque: ReadonlySet<string>;
  /** Properties whose null is an answer. */
  readonly tellingNulls: ReadonlySet<string>;
  /** Properties that are declared as HTML; elsewhere a text is HTML only where it is nothing but HTML. */
  readonly html: ReadonlySet<string>;
  /** Properties that hold Markdown, which may hold tags. */
  readonly markdown: ReadonlySet<string>;
  /** Texts that are written back: kept as HTML where Markdown cannot say them. */
  readonly documents?: DocumentRules;
  /** HTML of the API's own as everybody's: its placeholders, for instance. */
  readonly readHtml?: (html: string) => string;
  readonly outsiders: OutsiderRules;
  readonly authors: AuthorRules;
  /** What the answer of a write shows; all of it unless said otherwise. */
  readonly echo?: EchoRules;
}

/** Where texts of articles stand. */
interface DocumentRules {
  /** First tags of tools whose answers hold some. */
  readonly tags: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  /** Attributes (`name` or `name=value`) that the API adds by itself. */
  readonly incidental: ReadonlySet<string>;
}

/** Types of authors of parts, and types of parts: everybody else is one of the team, everything else is said to a customer. */
interface AuthorRules {
  /** People outside of the workspace. */
  readonly outsiders: ReadonlySet<string>;
  readonly bots: ReadonlySet<string>;
  /** Types of parts that only the team reads. */
  readonly notes: ReadonlySet<string>;
}

/** What a write answers: its id, what was changed, and what one needs to go on. Paths are dotted, as in a {@link ResourceRule}. */
export interface EchoRules {
  /** What is shown of anything. */
  readonly properties: readonly string[];
  /** What is shown instead, by the type of what was answered. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
  /** What a tool changes and has no argument of that name for. */
  readonly tools: Readonly<Record<string, readonly string[]>>;
  /** What a tool did, where its answer does not say that. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What a write did, by its arguments and its answer. */
export type Outcome = (sent: Readonly<Record<string, unknown>>, answer: unknown) => Readonly<Record<string, unknown>>;

/** What is shown of a resource by default. Paths are dotted and need not name wrappers; `*` is any name. */
export interface ResourceRule {
  /** What a summary shows, in a list and as the answer of a write: all that one needs to choose. */
  readonly summary: readonly string[];
  /** What even a single one leaves out and names in `more_fields`. */
  readonly hide: readonly string[];
  /** What it leaves out without a word: it repeats something or says nothing. */
  readonly omit: readonly string[];
  /** What a single one shows of other things that the API puts into it whole; the rest is named in `more_fields`. */
  readonly brief?: Readonly<Record<string, readonly string[]>>;
  /** Lists that most items of a page have in common: shown once, beside the items that do not say otherwise. */
  readonly shared?: readonly string[];
  /** Characters of a text in a summary; 300 unless said otherwise. */
  readonly textLength?: number;
  /** Property of its messages and events. */
  readonly parts?: string;
}

/** Properties that say nothing to a model: left out unless they are selected by name. */
export interface NoiseRules {
  /** Whatever they hold. */
  readonly always: ReadonlySet<string>;
  /** As `always`, by the beginning of their name. */
  readonly prefixes: readonly string[];
  /** In the items of a list. */
  readonly inLists: ReadonlySet<string>;
  /** Where they are false. */
  readonly whenFalse: ReadonlySet<string>;
  /**
   * True where a `type` that is what its property or its tool is called, a `url` that begins with a slash and a `body_markdown`
   * beside a `body` say nothing new.
   */
  readonly repeats?: true;
}

/** Where people outside of the workspace write. */
export interface OutsiderRules {
  /** First tags of tools whose answers hold their texts. */
  readonly tags: ReadonlySet<string>;
  /** Properties that a person fills with words. */
  readonly properties: ReadonlySet<string>;
  /** Properties below which, and types of things in which, only the workspace's own people write. */
  readonly except: { readonly properties: ReadonlySet<string>; readonly types: ReadonlySet<string> };
}
