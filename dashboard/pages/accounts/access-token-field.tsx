import { TextField } from '../../parts/text-field.tsx';

interface AccessTokenFieldProps {
  /** Where it comes from, and what is done with it. */
  readonly help: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onValue: (token: string) => void;
}

/** Asks for an access token of Intercom, which no browser keeps or shows. */
export function AccessTokenField(props: AccessTokenFieldProps) {
  return <TextField {...props} label="Access token" look="mono" type="password" autocomplete="off" required />;
}
