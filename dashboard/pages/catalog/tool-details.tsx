import type { ComponentChildren } from 'preact';
import type { Tool } from '../../api/schema.d.ts';
import { Fact } from '../../parts/fact.tsx';
import { ArgumentTable } from './argument-table.tsx';
import { useCatalogParts } from './catalog-parts.ts';
import { sayTag } from './resources.ts';
import { sayTokens } from './say-tokens.ts';
import { argumentsText, callText, programText } from './snippets.ts';
import { ToolMarks } from './tool-marks.tsx';

const ANSWERS = {
  list: 'a list, page by page',
  json: 'an object',
  text: 'a text',
  binary: 'a file',
  none: 'nothing but that it was done',
  redirect: 'the address of a file',
  headers: 'whether it is there, with its status and headers',
} as const satisfies Record<Tool['answer'], string>;

/** All that there is to know of one tool, below its title. */
export function ToolDetails({ tool }: { tool: Tool }) {
  const { Code, setup } = useCatalogParts();
  return (
    <>
      <section class="card stack" aria-label="About">
        <p class="anywhere">{tool.description}</p>
        <ToolMarks tool={tool} />
        <ToolFacts tool={tool} />
      </section>
      <section class="card flush" aria-labelledby="arguments">
        <h2 id="arguments" class="section-head">
          Arguments
        </h2>
        {tool.arguments.length === 0 ? (
          <p class="section-text">It takes none.</p>
        ) : (
          <ArgumentTable rows={tool.arguments} label={`Arguments of ${tool.title}`} />
        )}
      </section>
      <section class="stack" aria-labelledby="example">
        <h2 id="example">An example</h2>
        <div class="snippets">
          <Snippet title="Arguments">
            <Code text={argumentsText(tool)} label="the arguments" />
          </Snippet>
          <Snippet title="As a call of MCP">
            <Code text={callText(tool)} label="the call" />
          </Snippet>
          <Snippet title="In a program">
            <Code text={programText(tool, setup)} label="the program" />
          </Snippet>
        </div>
      </section>
    </>
  );
}

function ToolFacts({ tool }: { tool: Tool }) {
  const { TagLink } = useCatalogParts();
  return (
    <dl class="facts">
      <Fact name="Costs a model">
        <span class="num">{sayTokens(tool.tokens)}</span>
      </Fact>
      <Fact name="Operation">
        <code>
          {tool.method} {tool.path}
        </code>
      </Fact>
      <Fact name="Answers">{ANSWERS[tool.answer]}</Fact>
      <Fact name="Tags">
        <ul class="tag-list">
          {[...tool.tags, ...tool.groups].map((tag) => (
            <li key={tag}>
              <TagLink tag={tag}>{sayTag(tag)}</TagLink>
            </li>
          ))}
        </ul>
      </Fact>
    </dl>
  );
}

function Snippet({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="snippet">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
