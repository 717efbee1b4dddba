import { useId } from 'preact/hooks';
import type { ToolList } from '../../api/schema.d.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { type CatalogFilter, classChoices, effectChoices, type FilterChoice, parameters } from './catalog-filter.ts';
import { sayTag } from './resources.ts';

interface CatalogFiltersProps {
  readonly list: ToolList;
  readonly filter: CatalogFilter;
  readonly onChange: (change: Partial<CatalogFilter>) => void;
}

/** The fields that narrow the catalog. */
export function CatalogFilters({ list, filter, onChange }: CatalogFiltersProps) {
  return (
    <search class="catalog-filters">
      <SearchField
        label="Search tools by what to do"
        name={parameters.text}
        value={filter.text}
        onInput={(text) => onChange({ text })}
      />
      <Choice
        label="Kind"
        name={parameters.kind}
        value={filter.kind}
        none="Every kind"
        groups={{ 'What it does': effectChoices(list), Class: classChoices(list) }}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label="Tag"
        name={parameters.tag}
        value={filter.tag}
        none="Every tag"
        groups={{ Groups: tagChoices(list.groups), Tags: tagChoices(list.tags) }}
        onChange={(tag) => onChange({ tag })}
      />
    </search>
  );
}

function tagChoices(tags: readonly { readonly name: string; readonly tools: number }[]): FilterChoice[] {
  return tags.map(({ name, tools }) => ({ value: name, name: sayTag(name), tools }));
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly none: string;
  readonly groups: Readonly<Record<string, readonly FilterChoice[]>>;
  readonly onChange: (value: string) => void;
}

function Choice({ label, name, value, none, groups, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="catalog-filter">
      <label class="unseen" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        name={name}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{none}</option>
        {Object.entries(groups)
          .filter(([, choices]) => choices.length > 0)
          .map(([group, choices]) => (
            <optgroup key={group} label={group}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.name} ({choice.tools.toLocaleString('en')})
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </div>
  );
}
