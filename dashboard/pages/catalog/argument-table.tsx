import type { ToolArgument } from '../../api/schema.d.ts';

/** Values that are shown at once; more are behind their number. */
const SHOWN = 8;

/** The arguments of a tool as a table; on narrow screens a block each. */
export function ArgumentTable({ rows, label }: { rows: readonly ToolArgument[]; label: string }) {
  return (
    <div class="table-box">
      <table class="table folds" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Argument</th>
            <th scope="col">Type</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <td class="head">
                <ArgumentName name={row.name} /> {row.required && <span class="badge accent">required</span>}
              </td>
              <td data-label="Type">
                <code>{row.nullable ? `${row.type}|null` : row.type}</code>
              </td>
              <td class="wide">
                <div class="stack tight">
                  {row.description !== undefined && <p class="anywhere">{row.description}</p>}
                  {row.default !== undefined && (
                    <p class="small">
                      Default <code>{JSON.stringify(row.default)}</code>
                    </p>
                  )}
                  {row.values !== undefined && <Values of={row.values} />}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an argument lies in is told more quietly than what it is called. */
function ArgumentName({ name }: { name: string }) {
  const dot = name.lastIndexOf('.') + 1;
  return (
    <code>
      <span class="hush">{name.slice(0, dot)}</span>
      <span class="strong">{name.slice(dot)}</span>
    </code>
  );
}

function Values({ of: values }: { of: readonly unknown[] }) {
  if (values.length <= SHOWN) return <ValueList of={values} />;
  return (
    <details class="small">
      <summary>One of {values.length.toLocaleString('en')} values</summary>
      <ValueList of={values} />
    </details>
  );
}

function ValueList({ of: values }: { of: readonly unknown[] }) {
  return (
    <ul class="values" aria-label="Values">
      {values.map((value) => {
        const text = JSON.stringify(value);
        return (
          <li key={text}>
            <code>{text}</code>
          </li>
        );
      })}
    </ul>
  );
}
