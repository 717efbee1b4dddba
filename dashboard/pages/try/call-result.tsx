import type { ToolTried } from '../../api/schema.d.ts';
import { CallStatus } from '../../parts/call-status.tsx';
import { CopyButton } from '../../parts/copy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { statusWords } from '../../parts/status-words.ts';
import { readable, sayCosts, sayNoAnswer } from './say-result.ts';

/** What a call came to: what a model gets beside what the API answered. */
export function CallResult({ result }: { result: ToolTried }) {
  const { status, model, raw, latency_ms, repairs, hints } = result;
  const costs = { model: model.tokens_estimate, raw: raw?.tokens_estimate };
  const isOk = status === 'ok';
  return (
    <section class="stack" aria-labelledby="result">
      <h2 id="result">Result</h2>
      <div class="card stack tight">
        <p class="row">
          <CallStatus status={status} />
          <span class="num">{latency_ms.toLocaleString()} ms</span>
          {!isOk && <span class="hush">{statusWords(status).about}</span>}
        </p>
        <p>{sayCosts(costs)}</p>
        {raw !== null && <CostBars model={model.tokens_estimate} raw={raw.tokens_estimate} />}
      </div>
      <Notes title="Changed in the arguments" notes={repairs} />
      <Notes title="What the model is told beside" notes={hints} />
      <div class="sides">
        <Side title={isOk ? 'What the model gets' : 'What the model is told'} answer={model} />
        {raw === null ? (
          <div class="card stack">
            <h3>The API's answer</h3>
            <p class="hush">{sayNoAnswer(status)}</p>
          </div>
        ) : (
          <Side title="The API's answer" answer={raw} isJson />
        )}
      </div>
    </section>
  );
}

function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Notice>
      <p class="strong">{title}</p>
      <ul class="bullets">
        {notes.map((note) => (
          <li key={note} class="anywhere">
            {note}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The sentence above them says the same. */
function CostBars({ model, raw }: { model: number; raw: number }) {
  const most = Math.max(model, raw, 1);
  return (
    <div class="cost-bars" aria-hidden="true">
      <span class="cost-bar" style={{ width: `${(model / most) * 100}%` }} />
      <span class="cost-bar raw" style={{ width: `${(raw / most) * 100}%` }} />
    </div>
  );
}

function Side({ title, answer, isJson = false }: { title: string; answer: ToolTried['model']; isJson?: boolean }) {
  const text = isJson ? readable(answer) : answer.text;
  return (
    <div class="card flush side-answer">
      <div class="row between side-head">
        <div>
          <h3>{title}</h3>
          <p class="hush small num">
            about {answer.tokens_estimate.toLocaleString()} tokens
            {answer.truncated && ', cut here to 100,000 characters'}
          </p>
        </div>
        <CopyButton text={text} label="Copy" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there */}
      <section class="answer" tabIndex={0} aria-label={title}>
        <pre>{text}</pre>
      </section>
    </div>
  );
}
