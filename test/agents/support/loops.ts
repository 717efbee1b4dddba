/** What an SDK makes of the results of calls. */
interface Loop {
  /** Its module in `sdks/`. */
  readonly name: string;
  /** How its request marks a result that is an error; undefined where the protocol has no word for it. */
  readonly marksErrors: boolean | undefined;
  /** The kinds of parts in which a picture comes to the model, after a text. */
  readonly picture: readonly string[];
}

/** All SDKs, by what their requests hold. */
export const loops: readonly Loop[] = [
  { name: 'anthropic', marksErrors: true, picture: ['text', 'image'] },
  { name: 'anthropic-runner', marksErrors: true, picture: ['text', 'image'] },
  { name: 'openai', marksErrors: undefined, picture: ['input_text', 'input_image'] },
  { name: 'openai-chat', marksErrors: undefined, picture: ['text'] },
  { name: 'ai-sdk', marksErrors: true, picture: ['text', 'image'] },
  { name: 'openai-agents', marksErrors: undefined, picture: ['input_text', 'input_image'] },
  // Its tools have no way to say so but to throw, which would end the agent.
  { name: 'langchain', marksErrors: false, picture: ['text', 'image'] },
];
