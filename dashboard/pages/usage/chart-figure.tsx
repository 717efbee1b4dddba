import { useId, useMemo, useState } from 'preact/hooks';
import type { Use } from '../../api/schema.d.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import type { ChartSpec } from './draw-chart.ts';
import type { Series } from './usage-series.ts';
import { shortPeriod, wholePeriod } from './usage-words.ts';

interface ChartFigureProps {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly summary: string;
  readonly use: Pick<Use, 'span' | 'periods'>;
  readonly kind: ChartSpec['kind'];
  readonly series: readonly Series[];
  readonly say: (value: number) => string;
}

/** A chart with what it says in words, and its numbers as a table for those who do not see it. */
export function ChartFigure({ title, summary, use: { span, periods }, kind, series, say }: ChartFigureProps) {
  const id = useId();
  const titles = useMemo(() => periods.map(({ at }) => wholePeriod(span, at)), [span, periods]);
  const spec = useMemo<ChartSpec>(
    () => ({ kind, labels: periods.map(({ at }) => shortPeriod(span, at)), titles, series, say }),
    [kind, span, periods, titles, series, say],
  );
  return (
    <figure class="card stack" aria-labelledby={id}>
      <figcaption class="stack tight">
        <h2 id={id}>{title}</h2>
        <p class="hush">{summary}</p>
      </figcaption>
      <ChartCanvas spec={spec} label={`${title}. ${summary}`} />
      <ul class="legend">
        {series.map(({ name, color, isDashed = false }) => (
          <li key={name}>
            <span class={`swatch ${color} ${kind === 'bars' ? '' : isDashed ? 'dashed' : 'line'}`} aria-hidden="true" />
            <span class="anywhere">{name}</span>
          </li>
        ))}
      </ul>
      <Numbers title={title} titles={titles} series={series} say={say} />
    </figure>
  );
}

interface NumbersProps extends Pick<ChartSpec, 'titles' | 'series' | 'say'> {
  readonly title: string;
}

function Numbers({ title, titles, series, say }: NumbersProps) {
  // Hundreds of rows that nobody asked for cost a while.
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Show as a table</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there
        <section class="table-box numbers-box" tabIndex={0} aria-label={`${title}: numbers`}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Time</th>
                {series.map(({ name }) => (
                  <th scope="col" class="num" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {titles.map((period, at) => (
                <tr key={period}>
                  <th scope="row">{period}</th>
                  {series.map(({ name, values }) => {
                    const value = values[at] ?? null;
                    return (
                      <td class="num" key={name}>
                        {value === null ? '–' : say(value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
