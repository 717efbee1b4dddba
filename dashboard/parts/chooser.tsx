import { X } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import './chooser.css';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

/** Something that can be chosen. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly about?: string | undefined;
}

/** The id of the option that chooses nothing. */
const NONE = '';

interface ChooserProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  /** What holds where nothing is chosen, such as "All accounts". */
  readonly none: string;
  /** Something has to be chosen. */
  readonly isRequired?: boolean;
  readonly chosen: Option | undefined;
  /** Those that fit what was typed. */
  readonly options: readonly Option[];
  readonly isLoading?: boolean;
  /** Said below the options, such as that there are more. */
  readonly note?: string | undefined;
  readonly onSearch: (text: string) => void;
  readonly onChoose: (option: Option | undefined) => void;
}

/** A field that chooses one of many by what is typed: the combobox of the ARIA practices. */
export function Chooser(props: ChooserProps) {
  const { label, help, error, none, isRequired = false, chosen, isLoading = false, note, onSearch, onChoose } = props;
  const [text, setText] = useState<string>();
  const [at, setAt] = useState(-1);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = text !== undefined;
  const canClear = chosen !== undefined && !isRequired;
  const options = [...(canClear && text === '' ? [{ id: NONE, name: none }] : []), ...props.options];
  const type = (next: string): void => {
    setText(next);
    setAt(next === '' ? -1 : 0);
    onSearch(next.trim());
  };
  const close = (): void => {
    setText(undefined);
    setAt(-1);
    onSearch('');
  };
  const choose = (option: Option | undefined): void => {
    close();
    onChoose(option?.id === NONE ? undefined : option);
  };
  const move = (step: number): void => {
    if (!isOpen) type('');
    else if (options.length > 0) setAt((at + step + (at < 0 && step < 0 ? 1 : 0) + options.length) % options.length);
  };
  const active = isOpen ? options[at] : undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => (active === undefined ? close() : choose(active)),
      Escape: close,
    };
    const act = keys[event.key];
    if (act === undefined || (!isOpen && !event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    // A dialog around it would close as well.
    event.stopPropagation();
    act();
  };
  return (
    <Field label={label} error={error} {...(help !== undefined && { help })}>
      {(field) => (
        <div class="chooser">
          <input
            {...field}
            ref={input}
            class="input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active === undefined ? undefined : `${list}-${at}`}
            placeholder={chosen?.name ?? none}
            value={text ?? chosen?.name ?? ''}
            onClick={() => !isOpen && type('')}
            onInput={({ currentTarget }) => type(currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          {canClear && !isOpen && (
            <Button
              kind="plain"
              small
              square
              label={`${none} instead of ${chosen?.name}`}
              onClick={() => {
                choose(undefined);
                input.current?.focus();
              }}
            >
              <Icon of={X} />
            </Button>
          )}
          <div class="chooser-list" hidden={!isOpen}>
            <div role="listbox" id={list} aria-label={label}>
              {isOpen &&
                options.map((option, index) => (
                  <Choice
                    key={option.id}
                    id={`${list}-${index}`}
                    option={option}
                    isActive={index === at}
                    isChosen={option.id === chosen?.id}
                    onChoose={() => choose(option)}
                  />
                ))}
            </div>
            <p class="hush small" role="status">
              {isOpen && (isLoading ? 'Looking' : options.length === 0 ? 'Nothing is called so.' : note)}
            </p>
          </div>
        </div>
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, option: { name, about }, isActive, isChosen, onChoose }: ChoiceProps) {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern wants it
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      ref={item}
      id={id}
      role="option"
      aria-selected={isChosen}
      class={isActive ? 'choosable active' : 'choosable'}
      // The field would lose the focus, and close, before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span class="anywhere">{name}</span>
      {about !== undefined && <span class="hush small anywhere">{about}</span>}
    </div>
  );
}
