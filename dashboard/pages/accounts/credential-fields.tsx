import type { CredentialWay, HostedApi } from '../../api/schema.d.ts';
import { Choose } from '../../parts/choose.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** What was typed of a credential. */
export interface TypedCredential {
  /** The way to give it; the API's first unless chosen. */
  readonly way?: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Nothing typed yet. */
export const NO_CREDENTIAL: TypedCredential = { values: {} };

/** The way that is chosen; undefined for an API that asks for no credential. */
function wayOf({ credentials }: HostedApi, { way }: TypedCredential): CredentialWay | undefined {
  return credentials.find(({ id }) => id === way) ?? credentials[0];
}

/** A credential as requests have it: what belongs to the chosen way alone. */
export function credentialOf(api: HostedApi, typed: TypedCredential): Record<string, string> {
  const fields = wayOf(api, typed)?.fields ?? [];
  return Object.fromEntries(fields.map(({ name }) => [name, typed.values[name] ?? '']));
}

interface CredentialFieldsProps {
  readonly api: HostedApi;
  readonly typed: TypedCredential;
  readonly onChange: (typed: TypedCredential) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Asks for just what an API takes; no browser keeps or shows what is secret. */
export function CredentialFields({ api, typed, onChange, errorOf }: CredentialFieldsProps) {
  const way = wayOf(api, typed);
  if (way === undefined) return <p class="hush">{api.name} asks for no credential.</p>;
  const { fields } = way;
  return (
    <>
      {api.credentials.length > 1 && (
        <Choose
          label="Credential"
          error={errorOf('credential')}
          choices={api.credentials.map(({ id, label }) => ({ value: id, name: label }))}
          value={way.id}
          onChoose={(id) => onChange({ ...typed, way: id })}
        />
      )}
      {fields.map(({ name, label, help = '', secret }, place) => (
        <TextField
          key={name}
          label={label}
          help={`${help} ${place === fields.length - 1 ? keptWords(api) : ''}`.trim() || undefined}
          error={
            errorOf(fieldOf(name)) ?? (place === 0 && api.credentials.length < 2 ? errorOf('credential') : undefined)
          }
          look="mono"
          type={secret ? 'password' : 'text'}
          autocomplete="off"
          spellcheck={false}
          value={typed.values[name] ?? ''}
          onValue={(value) => onChange({ ...typed, values: { ...typed.values, [name]: value } })}
        />
      ))}
    </>
  );
}

/** The names by which the gateway says what is wrong with a credential, most particular first. */
export function credentialFields({ credentials }: HostedApi): string[] {
  return [...new Set(credentials.flatMap(({ fields }) => fields.map(({ name }) => fieldOf(name)))), 'credential'];
}

function fieldOf(name: string): string {
  return name === 'access_token' ? name : `credential.${name}`;
}

function keptWords({ name, identifies }: HostedApi): string {
  return identifies
    ? `It is tried with ${name} before it is stored, encrypted, and never shown.`
    : 'It is stored encrypted, and never shown.';
}
