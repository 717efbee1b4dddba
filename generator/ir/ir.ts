import type { Connection } from '../../runtime/profile/connection.ts';
import type { Requirements } from '../../runtime/profile/security.ts';
import type { HttpMethod, ResponseKind, ToolRequest } from '../../runtime/tool/tool.ts';
import type { ConnectionOrigins } from '../connection/connection-origins.ts';
import type { ToolFacts } from '../facts/tool-facts.ts';
import type { Json, JsonSchema } from '../json/json-schema.ts';

/** The whole description. Each stage hands on its operations with what it decided: {@link NamedOperation}, {@link DescribedOperation}. */
export interface Api<Each extends Operation = Operation> {
  readonly name: string;
  readonly version: string;
  readonly operations: readonly Each[];
  /** How it is reached, and what a person has to set for it. */
  readonly connection: Connection;
  /** Where that comes from. */
  readonly connectionOrigins: ConnectionOrigins;
  /** The document that the static types are made from. */
  readonly document: Json;
  /** Words for input keys that mean the same everywhere; an empty text says that the key needs none. */
  readonly words: Readonly<Record<string, string>>;
  /** The kinds of things whose ids arguments of a name take, for those whose names do as well. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Properties of answers that say nothing to a program; `ios_*` is all that begin so. */
  readonly noise: readonly string[];
  /** Properties of answers that programs can do without, where a type would be too long: the first goes first. */
  readonly rare: readonly string[];
  /** Group -> slugs of its tags. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** One operation as the description has it, its parameters and body flattened into fields. */
export interface Operation {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly path: string;
  readonly method: HttpMethod;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly cases: readonly Case[];
  /** What the body's keys may hold that are no fields; undefined where it takes no others. */
  readonly extra?: JsonSchema | true;
  /** True where no body is sent if none of its fields is given. */
  readonly isBodyOmitted?: true;
  /** How the body is sent, as a tool's request says it. */
  readonly bodyType: 'json' | NonNullable<ToolRequest['bodyType']>;
  readonly response: ResponseKind;
  /** The status whose body the tool answers, where it has one. */
  readonly status: string | undefined;
  readonly mediaType: string | undefined;
  /** The header Accept, where the media types of the answers are not those of their kind. */
  readonly accept: string | undefined;
  readonly isList: boolean;
  readonly facts: ToolFacts;
  readonly search: SearchFacts | undefined;
  /** The address of its server, where that is not the API's own. */
  readonly server: string | undefined;
  /** What it asks for, where that is not what the API asks for. */
  readonly security: Requirements | undefined;
}

/** One argument of a tool and the place in the request that it goes to. */
export interface Field {
  readonly key: string;
  /** The name on the wire. */
  readonly wire: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'whole-body';
  /** How a value is written, where it is not as it is. */
  readonly style?: FieldStyle;
  /** Of `simple`, `label` and `matrix`: each property as `name=value`, each item by itself. */
  readonly explode?: true;
  /** Reserved characters are sent as they are. */
  readonly allowReserved?: true;
  /** The media type of a `part`, or of a `file` that is given as text. */
  readonly mediaType?: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  /** The value that is always sent; the field is then no argument of the tool. */
  readonly constant?: string | number | boolean;
}

/**
 * - `csv`, `space`, `pipe`: a list or an object in one value, by its separator.
 * - `deepObject`: an object in brackets. `entries`: an object whose keys are parameters themselves.
 * - `simple`, `label`, `matrix`: as OpenAPI calls them. `segments`: one value that may hold slashes.
 * - `json`, `jsonItems`: JSON, of the whole or of each item.
 * - `file`: an upload. `part`: a part of a multipart body with a media type of its own.
 */
type FieldStyle =
  | 'csv'
  | 'space'
  | 'pipe'
  | 'deepObject'
  | 'entries'
  | 'simple'
  | 'label'
  | 'matrix'
  | 'segments'
  | 'json'
  | 'jsonItems'
  | 'file'
  | 'part';

/** One form of a body that has several: with these values, these arguments are needed, and those are not taken. */
export interface Case {
  readonly when: Readonly<Record<string, readonly unknown[]>>;
  readonly required: readonly string[];
  readonly without?: readonly string[];
}

/** The search language of an operation, as the import read it. */
export interface SearchFacts {
  readonly fields: readonly SearchField[];
  readonly maxNesting: number;
  readonly maxFilters: number;
  /** Dates match whole days in the workspace's time zone. */
  readonly wholeDays?: true;
}

/** One searchable field; a `prefix` stands for all custom attributes that begin with it. */
export interface SearchField {
  readonly name: string;
  /** One type or several; `any` where it is not known. */
  readonly type: string | readonly string[];
  readonly operators: readonly string[];
  /** Operators that the description grants outside its table. */
  readonly extraOperators?: readonly string[];
  readonly values?: readonly string[];
  readonly prefix?: string;
}

/** The names of one tool, decided once. */
interface Names {
  /** What a model calls. */
  readonly tool: string;
  /** The export of its module. */
  readonly identifier: string;
  /** The module it stands in. */
  readonly module: string;
  /** Names that it had, and up to which day they go on working (`YYYY-MM-DD`). */
  readonly aliases: readonly FormerNames[];
}

/** What a tool was called before: for models, and by importers. */
export interface FormerNames {
  readonly tool: string;
  readonly identifier?: string;
  readonly until: string;
}

/** An operation whose tool, export and module have their names. */
export interface NamedOperation extends Operation {
  readonly names: Names;
}

/** What of one operation nobody wrote words for. */
export interface MissingWords {
  readonly title: boolean;
  readonly description: boolean;
  /** Names of arguments; an empty text counts as words, which say that the name says it all. */
  readonly arguments: readonly string[];
}

/** An operation with all that a model reads of it: `description` is the tool's, and `fields` hold the words of the arguments. */
export interface DescribedOperation extends NamedOperation {
  readonly title: string;
  readonly lacks: MissingWords;
}
