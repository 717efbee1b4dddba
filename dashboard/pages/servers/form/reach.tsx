import { Field } from '../../../parts/field.tsx';
import { Switch } from '../../../parts/switch.tsx';
import type { FormProps } from './form-props.ts';

/** Who may ask the server, and how often. */
export function Reach({ form, change, errorOf }: FormProps) {
  return (
    <section class="card stack" aria-labelledby="form-reach">
      <h2 id="form-reach">Who reaches it</h2>
      <div class="field">
        <div class="row">
          <Switch
            id="second-factor"
            checked={form.secondFactor}
            aria-describedby="form-second-factor"
            onSwitch={(secondFactor) => change({ secondFactor })}
          />
          <label for="second-factor" class="strong">
            Second factor
          </label>
        </div>
        <p class="field-help" id="form-second-factor">
          {form.secondFactor
            ? 'The URL alone is not enough: clients send an API token, or log in with one. The URL is no secret then.'
            : 'Off: whoever has the URL can use the server.'}
        </p>
      </div>
      <Field
        label="Allowed addresses"
        help="IP addresses and ranges such as 192.0.2.0/24, one a line; all of them unless given."
        error={errorOf('config.allowed_addresses')}
      >
        {(field) => (
          <textarea
            {...field}
            class="input mono"
            rows={3}
            spellcheck={false}
            value={form.addresses}
            onInput={({ currentTarget }) => change({ addresses: currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label="Rate limit"
        help="Requests that it answers within so many seconds; no limit of its own unless given."
        error={errorOf('config.rate_limit')}
      >
        {(field) => (
          <div class="row">
            <input
              {...field}
              class="input number"
              type="number"
              min="1"
              max="1000000"
              value={form.requests}
              onInput={({ currentTarget }) => change({ requests: currentTarget.value })}
            />
            <span>requests in</span>
            <input
              class="input number"
              type="number"
              min="1"
              max="86400"
              aria-label="Seconds of the rate limit"
              required={form.requests !== ''}
              value={form.seconds}
              onInput={({ currentTarget }) => change({ seconds: currentTarget.value })}
            />
            <span>seconds</span>
          </div>
        )}
      </Field>
    </section>
  );
}
