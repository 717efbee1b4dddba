import { Search } from 'lucide-preact';
import { Icon } from './icon.tsx';

/** A field that narrows what is below it. */
export function SearchField({
  label,
  name,
  value,
  onInput,
}: {
  label: string;
  name?: string;
  value: string;
  onInput: (text: string) => void;
}) {
  return (
    <div class="search grow">
      <Icon of={Search} />
      <input
        class="input"
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        value={value}
        // It narrows as it is typed: a form around it is not sent by it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}
