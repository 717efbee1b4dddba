import { Button } from '../../../parts/button.tsx';
import { sayTag } from '../shown/server-words.ts';
import { type Check, Checks } from './checks.tsx';
import type { ToolFormProps } from './form-props.ts';

/** What a server is about: groups of tags, and tags. */
export function TagsChoice({ form: { choice }, change, errorOf, tools }: ToolFormProps) {
  const groups = new Set(tools.groups.map(({ name }) => name));
  const isTagChosen = [...choice.tags].some((tag) => !groups.has(tag));
  const choose = (tags: ReadonlySet<string>): void => change({ choice: { ...choice, tags } });
  const error = errorOf('config.tags');
  return (
    <section class="card stack" aria-labelledby="form-tags">
      <div class="row between">
        <h2 id="form-tags">What it is about</h2>
        {choice.tags.size > 0 && (
          <Button small onClick={() => choose(new Set())}>
            Take everything
          </Button>
        )}
      </div>
      <p class="hush" aria-live="polite">
        {choice.tags.size === 0
          ? 'Everything, as long as nothing is chosen.'
          : `Tools with ${choice.tags.size === 1 ? 'this tag' : `one of these ${choice.tags.size} tags`}: ${[...choice.tags].map(sayTag).join(', ')}.`}
      </p>
      <fieldset class="field">
        <legend class="field-label">Groups</legend>
        <Checks checks={tools.groups.map(checkOf)} chosen={choice.tags} onChoose={choose} />
      </fieldset>
      <details class="more" open={isTagChosen || undefined}>
        <summary>
          Single tags <span class="count">{tools.tags.length}</span>
        </summary>
        <fieldset>
          <legend class="unseen">Tags</legend>
          <Checks
            checks={tools.tags.filter(({ name }) => !groups.has(name)).map(checkOf)}
            chosen={choice.tags}
            onChoose={choose}
          />
        </fieldset>
      </details>
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

function checkOf({ name, tools }: { readonly name: string; readonly tools: number }): Check {
  return { value: name, name: sayTag(name), tools };
}
