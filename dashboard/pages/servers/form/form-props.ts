import type { ToolList } from '../../../api/schema.d.ts';
import type { ServerForm } from './form-state.ts';

/** What each part of the form works with. */
export interface FormProps {
  readonly form: ServerForm;
  /** Changes some fields, and leaves the others. */
  readonly change: (part: Partial<ServerForm>) => void;
  /** What the gateway refuses of a field, such as `config.prefix`. */
  readonly errorOf: (field: string) => string | undefined;
}

/** What a part of the form works with that is about tools. */
export interface ToolFormProps extends FormProps {
  readonly tools: ToolList;
}
