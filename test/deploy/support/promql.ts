import { promqlParser } from '../../judges/deploy-judges.ts';

/** One name of a time series, and what an expression asks its labels for. */
interface Selected {
  readonly metric: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

/** What Grafana puts in place of its variables, as an example. */
const VARIABLES: Readonly<Record<string, string>> = {
  $__rate_interval: '5m',
  $__interval: '1m',
  $__range: '6h',
  $instance: '.*',
};

const strict = promqlParser.configure({ strict: true });

/** The time series that a PromQL expression selects; throws a `SyntaxError` for what is none. */
export function selectedBy(expression: string): readonly Selected[] {
  const text = Object.entries(VARIABLES).reduce((now, [name, value]) => now.replaceAll(name, value), expression);
  const found: { metric: string; labels: { name: string; value: string }[] }[] = [];
  let name = '';
  strict.parse(text).iterate({
    enter: ({ name: kind, from, to, node }) => {
      const part = text.slice(from, to);
      if (kind === 'VectorSelector') found.push({ metric: '', labels: [] });
      const last = found.at(-1);
      if (last === undefined) return;
      if (kind === 'Identifier') last.metric = part;
      if (node.parent?.name !== 'UnquotedLabelMatcher') return;
      if (kind === 'LabelName') name = part;
      if (kind === 'StringLiteral') last.labels.push({ name, value: part.slice(1, -1) });
    },
  });
  return found;
}
