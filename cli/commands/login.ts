import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { NO_LOGIN, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { parseApiVersion, parsePort } from '../options/value-parsers.ts';
import { regionOption } from '../options/workspace-options.ts';
import { printJson } from '../output/print-json.ts';
import { abortOnInterrupt } from '../process/abort-on-interrupt.ts';

/** `intercom-mcp login`: keeps an access token, which is never an argument and never printed. */
export function login(): CommandUnknownOpts {
  return subcommand('login')
    .addOption(noApiOption(NO_LOGIN))
    .description('keep the access token of a workspace on this machine, for all commands and clients')
    .option('--profile <name>', 'a name for this workspace, where you work with several', 'default')
    .option('--with-token', 'read the token from standard input instead of asking for it')
    .option('--oauth', 'log in at Intercom in a browser, by the app of INTERCOM_CLIENT_ID and INTERCOM_CLIENT_SECRET')
    .option('--client-id <id>', 'with --oauth: the app, instead of INTERCOM_CLIENT_ID')
    .option('--port <port>', 'with --oauth: where Intercom sends the browser back to on localhost', parsePort, 4030)
    .addOption(regionOption())
    .addOption(
      new Option(
        '--api-version <version>',
        'the version of the API to ask for, with the tools of it; the newest unless given',
      ).argParser(parseApiVersion),
    )
    .option('--keychain', "keep the token in the system's keychain, by @napi-rs/keyring, which has to be installed")
    .option('--default', 'use this profile from now on where none is named; the first one is')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp login',
        'intercom-mcp login --profile acme-eu --region eu --with-token < token.txt',
        'intercom-mcp login --profile acme --oauth',
      ),
    )
    .action(async (flags, command) => {
      const { profile: name, withToken, oauth, clientId, port, region, apiVersion, keychain = false, json } = flags;
      if (oauth)
        refuseIdle(command, flags, ['withToken'], {
          because: 'with --oauth Intercom gives the token',
          help: 'Choose one.',
        });
      else
        refuseIdle(command, flags, ['clientId', 'port'], {
          because: 'without --oauth a token is taken',
          help: 'Add --oauth, or leave them out.',
        });
      const [{ checkName, logIn }, { loginLines }, { askSecret, readPipedSecret }] = await Promise.all([
        import('../profiles/log-in.ts'),
        import('../profiles/login-lines.ts'),
        import('../process/ask-secret.ts'),
      ]);
      // Before somebody looks for a token, or agrees in a browser.
      checkName(name);
      const token = oauth
        ? await fromIntercom(port, clientId)
        : withToken
          ? await readPipedSecret()
          : (await askSecret('Access token of the workspace (it is not shown): ')).trim();
      const baseUrl = process.env.INTERCOM_BASE_URL || undefined;
      const place = { region: region ?? (process.env.INTERCOM_REGION || undefined), baseUrl };
      const done = await logIn({ name, token, ...place, apiVersion, keychain, isDefault: flags.default === true });
      const { kept, ...rest } = done;
      if (json) printJson({ ...rest, kept_in: kept }, json);
      else console.log(loginLines(done));
      if (process.env.INTERCOM_ACCESS_TOKEN)
        console.error(
          'intercom-mcp: warning: INTERCOM_ACCESS_TOKEN is set, and goes before profiles that are not named',
        );
    });
}

async function fromIntercom(port: number, clientId: string | undefined): Promise<string> {
  const { logInAtIntercom } = await import('../profiles/log-in-at-intercom.ts');
  using interrupt = abortOnInterrupt();
  const onLink = (link: string, redirectUrl: string): void => {
    console.error(`Open this in your browser, within ten minutes:\n\n  ${link}\n`);
    console.error(`The app has to have ${redirectUrl} among its redirect URLs.`);
  };
  return logInAtIntercom({ port, environment: process.env, clientId, onLink, signal: interrupt.signal });
}
