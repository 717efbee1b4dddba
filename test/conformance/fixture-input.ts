import {
  acceptedContent,
  type InputRequest,
  inputRequired,
  inputResponse,
  type McpServer,
  type RequestStateCodec,
} from '@modelcontextprotocol/server';
import * as z from 'zod';
import { question } from './fixture-tools.ts';

const named = z.object({ name: z.string() });
const coloured = z.object({ color: z.string() });
const agreed = z.object({ ok: z.boolean() });
function said(text: string) {
  return { content: [{ type: 'text' as const, text }] };
}
function form(message: string, requestedSchema: z.ZodObject): InputRequest {
  return inputRequired.elicit({ message, requestedSchema });
}

/** Adds the tools that ask the client for input in rounds (MCP 2026-07-28, multi round-trip requests). */
export function addInputFixtures(server: McpServer, states: RequestStateCodec<string>): void {
  const askName = form('What is your name?', named);

  for (const name of ['test_input_required_result_elicitation', 'test_streaming_elicitation']) {
    server.registerTool(name, { description: 'Asks for a name' }, ({ mcpReq }) => {
      const given = acceptedContent(mcpReq.inputResponses, 'user_name', named);
      return given ? said(`Hello, ${given.name}!`) : inputRequired({ inputRequests: { user_name: askName } });
    });
  }

  server.registerTool('test_input_required_result_sampling', { description: 'Asks a model' }, ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'capital_question');
    if (answer.kind === 'sampling') return said(JSON.stringify(answer.result.content));
    const ask = inputRequired.createMessage(question('What is the capital of France?', 100));
    return inputRequired({ inputRequests: { capital_question: ask } });
  });

  server.registerTool('test_input_required_result_list_roots', { description: 'Asks for roots' }, ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'client_roots');
    if (answer.kind === 'roots') return said(answer.roots.map(({ uri }) => uri).join(' '));
    return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });

  for (const name of ['test_input_required_result_request_state', 'test_input_required_result_tampered_state']) {
    server.registerTool(name, { description: 'Keeps a sealed state' }, async ({ mcpReq }) => {
      if (mcpReq.requestState<string>() === 'asked') return said('state-ok');
      const confirm = form('Please confirm', agreed);
      return inputRequired({ inputRequests: { confirm }, requestState: await states.mint('asked') });
    });
  }

  server.registerTool('test_input_required_result_multiple_inputs', { description: 'Asks thrice' }, async (context) => {
    const { inputResponses } = context.mcpReq;
    const missing = ['user_name', 'greeting', 'client_roots'].filter(
      (key) => inputResponse(inputResponses, key).kind === 'missing',
    );
    if (missing.length === 0) return said('Got all three');
    return inputRequired({
      inputRequests: {
        user_name: askName,
        greeting: inputRequired.createMessage(question('Generate a greeting', 50)),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await states.mint('asked'),
    });
  });

  server.registerTool('test_input_required_result_multi_round', { description: 'Asks twice' }, async ({ mcpReq }) => {
    const state = mcpReq.requestState<string>();
    if (state === 'two' && acceptedContent(mcpReq.inputResponses, 'step2', coloured)) return said('Done');
    const second = state === 'one' && acceptedContent(mcpReq.inputResponses, 'step1', named);
    return second
      ? inputRequired({
          inputRequests: { step2: form('Step 2: What is your favorite color?', coloured) },
          requestState: await states.mint('two'),
        })
      : inputRequired({
          inputRequests: { step1: form('Step 1: What is your name?', named) },
          requestState: await states.mint('one'),
        });
  });

  // Asks only for what the client of this very request can give.
  server.registerTool('test_input_required_result_capabilities', { description: 'Asks what it may' }, ({ mcpReq }) => {
    const capabilities = z
      .object({ 'io.modelcontextprotocol/clientCapabilities': z.record(z.string(), z.unknown()).optional() })
      .parse(mcpReq.envelope ?? {})['io.modelcontextprotocol/clientCapabilities'];
    if (capabilities?.elicitation) return inputRequired({ inputRequests: { user_name: askName } });
    if (capabilities?.sampling)
      return inputRequired({ inputRequests: { greeting: inputRequired.createMessage(question('Hello?', 10)) } });
    return said('Nothing to ask');
  });
}
