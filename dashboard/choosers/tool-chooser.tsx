import { useMemo, useState } from 'preact/hooks';
import { type ToolsOf, useAllTools, useTools } from '../api/tool-queries.ts';
import { Chooser, type Option } from '../parts/chooser.tsx';
import { findTools } from './find-tools.ts';

/** Tools that are shown at once. */
const SHOWN = 60;

interface ToolChooserProps {
  /** Name of the chosen tool; also one that the catalog does not have, such as those of discovery. */
  readonly tool: string | undefined;
  readonly none?: string;
  /** Of which API and version; of all unless given. */
  readonly of?: ToolsOf | undefined;
  readonly isRequired?: boolean;
  /** Leaves out tools that change something. */
  readonly readsOnly?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly onChoose: (tool: string | undefined) => void;
}

/** Chooses a tool by words of its name, title or description. */
export function ToolChooser({ tool, none = 'All tools', readsOnly = false, of, onChoose, ...field }: ToolChooserProps) {
  const own = useTools(of);
  const every = useAllTools();
  const { tools: all, isLoading } = of === undefined ? every : { tools: own.data?.result, isLoading: own.isLoading };
  const [text, setText] = useState('');
  const found = useMemo(
    () =>
      findTools(
        (all ?? []).filter(({ access }) => !readsOnly || access === 'read'),
        text,
      ),
    [all, readsOnly, text],
  );
  const title = all?.find(({ name }) => name === tool)?.title;
  return (
    <Chooser
      {...field}
      label="Tool"
      none={none}
      chosen={tool === undefined ? undefined : { id: tool, name: title ?? tool }}
      options={found.slice(0, SHOWN).map(({ name, title: words }): Option => ({ id: name, name: words, about: name }))}
      isLoading={isLoading}
      note={found.length > SHOWN ? `${found.length - SHOWN} more: type to find them.` : undefined}
      onSearch={setText}
      onChoose={(option) => onChoose(option?.id)}
    />
  );
}
