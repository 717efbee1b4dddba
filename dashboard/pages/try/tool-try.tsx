import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { ApiError } from '../../api/api-error.ts';
import { api, dataOf } from '../../api/client.ts';
import type { Tool, ToolTried } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { statusWords } from '../../parts/status-words.ts';
import { useAction } from '../../parts/use-action.ts';
import { ArgumentsForm } from './arguments-form.tsx';
import { CallResult } from './call-result.tsx';
import { doubtsOf, readArguments, writeArguments } from './try-arguments.ts';

const WAYS = { form: 'Form', json: 'JSON' } as const;

/** The ways in which arguments are filled in. */
type Way = keyof typeof WAYS;

const ways = Object.keys(WAYS) as readonly Way[];

/** Calls one tool with arguments that begin as its example, and shows what came of it. */
export function ToolTry({ account, tool }: { account: string; tool: Tool }) {
  const example = writeArguments(tool.example.arguments);
  const [text, setText] = useState(example);
  const [way, setWay] = useState<Way>('form');
  const [result, setResult] = useState<ToolTried>();
  const [round, setRound] = useState(0);
  const read = readArguments(text);
  const problem = 'problem' in read ? read.problem : undefined;
  const { go, isBusy, error } = useAction(async () => {
    if ('problem' in read) return setWay('json');
    const body = { tool: tool.name, arguments: read.value };
    setResult(await dataOf(api.POST('/integrated-account/{id}/try', { params: { path: { id: account } }, body })));
  });
  const isRefused = error instanceof ApiError && error.field?.split('.')[0] === 'arguments';
  return (
    <>
      <form
        class="card stack"
        aria-label={`Call ${tool.title}`}
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <div class="row between">
          <div class="grow">
            <h2 class="anywhere">{tool.title}</h2>
            <Link class="mono small anywhere" href={`/catalog/${encodeURIComponent(tool.name)}`}>
              {tool.name}
            </Link>
          </div>
          <Choices
            legend="How arguments are filled in"
            isQuiet
            choices={ways.map((value) => ({ value, name: WAYS[value] }))}
            value={way}
            onChoose={setWay}
          />
        </div>
        {way === 'json' || 'problem' in read ? (
          <Field
            label="Arguments as JSON"
            error={problem ?? (isRefused ? error.message : undefined)}
            {...(problem !== undefined &&
              way === 'form' && { help: 'The form goes on once this is an object of JSON.' })}
          >
            {(field) => (
              <textarea
                {...field}
                class="input mono"
                rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
                spellcheck={false}
                value={text}
                onInput={({ currentTarget }) => setText(currentTarget.value)}
              />
            )}
          </Field>
        ) : (
          <ArgumentsForm
            key={round}
            facts={tool.arguments}
            value={read.value}
            onChange={(value) => setText(writeArguments(value))}
            onJson={() => setWay('json')}
          />
        )}
        {'value' in read && <Doubts doubts={doubtsOf(read.value, tool.arguments)} />}
        <div class="stack tight">
          <ErrorNotice error={isRefused && way === 'json' ? undefined : error} />
          <div class="row">
            <Button kind="main" type="submit" busy={isBusy}>
              <Icon of={Play} />
              {isBusy ? 'Calling' : 'Call the tool'}
            </Button>
            {text !== example && (
              <Button
                onClick={() => {
                  setText(example);
                  setRound(round + 1);
                }}
              >
                Back to the example
              </Button>
            )}
          </div>
        </div>
      </form>
      {/* It is there before there is something to say, or nobody would hear it. */}
      <p class="unseen" role="status">
        {result !== undefined &&
          !isBusy &&
          `${statusWords(result.status).name}, ${result.latency_ms.toLocaleString()} milliseconds`}
      </p>
      {result !== undefined && <CallResult result={result} />}
    </>
  );
}

function Doubts({ doubts }: { doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <Notice kind="warn">
      {doubts.map((doubt) => (
        <p key={doubt} class="anywhere">
          {doubt}
        </p>
      ))}
      <p class="small">Call it all the same to see what a model would be told.</p>
    </Notice>
  );
}
