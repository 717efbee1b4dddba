#!/usr/bin/env node
import { Command, Option } from 'commander';
import { packageVersion } from '../runtime/value/package-version.ts';
import { gatewayCommand } from './commands/gateway-command.ts';
import { examples, list, port, run, withSampleOptions } from './options/options.ts';

const SERVE_HELP = `
Examples:
  intercom-mcp serve --tags support --methods read
  intercom-mcp serve --http 4000 --confirm destructive
  claude mcp add intercom --env INTERCOM_ACCESS_TOKEN=... -- intercom-mcp serve --tags support`;

const tags = new Option(
  '--tags <tags>',
  'only tools with one of these tags or groups, such as conversations,knowledge_base',
).argParser(list);
const methods = new Option(
  '--methods <methods>',
  'only tools of these classes (read, write, destructive, list, get, create, update, delete, action) or names',
).argParser(list);

const program = new Command('intercom-mcp')
  .description("Intercom's API as tools that language models use well.")
  .version(packageVersion)
  .showHelpAfterError('(intercom-mcp --help lists the commands)')
  .addHelpText(
    'after',
    `
Environment:
  INTERCOM_ACCESS_TOKEN  access token of the workspace
  INTERCOM_REGION        us (default), eu or au
  INTERCOM_BASE_URL      another address, such as http://127.0.0.1:4010 for the sample workspace

Examples:
  intercom-mcp start
  intercom-mcp tools --tags knowledge_base --methods read
  intercom-mcp call get_single_intercom_conversation_by_id '{"conversation_id":"104857392"}'
  intercom-mcp serve --tags support
  intercom-mcp doctor`,
  );

withSampleOptions(program.command('start'))
  .description(
    'start everything on this machine: a sample workspace, unless a token is set, the tools over HTTP, and a gateway',
  )
  .option('--port <port>', 'port of the MCP server; 0 takes a free one', port, 4000)
  .option('--sandbox-port <port>', 'port of the sample workspace; 0 takes a free one', port, 4010)
  .option('--gateway-port <port>', 'port of the gateway; 0 takes a free one', port, 4020)
  .addHelpText(
    'after',
    examples('intercom-mcp start', 'intercom-mcp start --port 0 --sandbox-port 0 --gateway-port 0 --scale 10'),
  )
  .action(run(async () => (await import('./commands/start.ts')).start));

program.addCommand(gatewayCommand());

withSampleOptions(program.command('sandbox'))
  .description('start a sample workspace that answers as Intercom does, on 127.0.0.1')
  .option('--port <port>', 'port to listen on; 0 takes a free one', port, 4010)
  .addHelpText(
    'after',
    examples('intercom-mcp sandbox', 'intercom-mcp sandbox --fail 5% --rate-limit 20 --latency 100-300'),
  )
  .action(run(async () => (await import('./commands/sandbox.ts')).sandbox));

withSampleOptions(program.command('serve'))
  .description('serve the tools over MCP, on stdin and stdout or over HTTP')
  .option('--sandbox', 'use a sample workspace in this process in place of Intercom')
  .addOption(tags)
  .addOption(methods)
  .addOption(new Option('--tools <tools>', 'only these tools, beside those of --methods').argParser(list))
  .option('--discovery', 'list four tools that find, describe and call the others, for small contexts')
  .addOption(
    new Option('--confirm <calls>', 'ask before calls that remove or cannot be undone, or before every write')
      .choices(['destructive', 'write', 'never'])
      .default('never'),
  )
  .option('--region <region>', 'us, eu or au; instead of INTERCOM_REGION')
  .addOption(new Option('--http [port]', 'serve over HTTP; 4000 without a number, 0 takes a free port').argParser(port))
  .option('--host <address>', 'address to listen on with --http', '127.0.0.1')
  .addOption(new Option('--allow-host <names>', 'more names under which --http is reached').argParser(list))
  .addHelpText('after', SERVE_HELP)
  .action(run(async () => (await import('./commands/serve.ts')).serve));

program
  .command('tools')
  .description('list the tools and what each costs a model')
  .addOption(tags)
  .addOption(methods)
  .option('--json', 'as JSON, with input schemas')
  .addHelpText('after', examples('intercom-mcp tools --tags knowledge_base --methods read'))
  .action(run(async () => (await import('./commands/tools.ts')).tools));

program
  .command('call')
  .description('call one tool and print its answer as JSON')
  .argument('<tool>', 'name of the tool')
  .argument('[arguments]', 'its arguments as a JSON object; - reads them from stdin', '{}')
  .option('--raw', 'print all that the API answered, not what a model is shown of it')
  .option('--dry-run', 'print the HTTP request, without the token, and send nothing')
  .addHelpText(
    'after',
    examples(
      'intercom-mcp call get_single_intercom_me',
      `intercom-mcp call list_all_intercom_articles_search '{"phrase":"SSO"}'`,
      'intercom-mcp call intercom_conversations_reply - --dry-run < reply.json',
    ),
  )
  .action(run(async () => (await import('./commands/call.ts')).call));

program
  .command('doctor')
  .description('check everything that the tools need: Node, token, region, API version, clock')
  .option('--json', 'as JSON')
  .addHelpText('after', examples('intercom-mcp doctor', 'INTERCOM_REGION=eu intercom-mcp doctor --json'))
  .action(run(async () => (await import('./doctor/report.ts')).doctor));

program
  .command('generate')
  .description('generate tools from an OpenAPI 3.0 or 3.1 description')
  .option('--spec <file|url>', "the description; Intercom's contract with its overlays unless given")
  .option('--out <folder>', 'where the generated files go')
  .option('--name <name>', 'name of the API, a part of every tool name')
  .option('--overlays <folder>', 'OpenAPI Overlay 1.0 files to apply')
  .option('--runtime <specifier>', 'module that generated files import the tool type from', 'intercom-mcp-toolkit/tool')
  .option('--check', 'write nothing; exit with 1 if anything would change')
  .option('--json', 'print the report as JSON')
  .addHelpText(
    'after',
    examples(
      'intercom-mcp generate --check',
      'intercom-mcp generate --spec petstore.yaml --out generated/petstore --name petstore',
    ),
  )
  .action(run(async () => (await import('./commands/generate.ts')).generateCommand));

program
  .command('spec')
  .description("work with Intercom's official description")
  .command('update')
  .description('import the facts of the official description into specs/intercom')
  .option('--from <file|url>', "a description; Intercom's public repository unless given")
  .option('--api-version <version>', 'version of the API', '2.16')
  .option('--dir <folder>', 'where contract.json and source.json go', 'specs/intercom')
  .option('--json', 'print the summary as JSON')
  .addHelpText('after', examples('intercom-mcp spec update --from api.intercom.io.yaml'))
  .action(run(async () => (await import('./commands/spec-update.ts')).specUpdate));

await program.parseAsync();
