/** The problems of what an operation sends and answers, with the help that goes with each. */
export const requestCatalogue = {
  PATH_PARAMETER_UNDECLARED: {
    severity: 'warning',
    help: 'Declare it with `in: path`; until then it is taken as a required string.',
  },
  COOKIE_LEFT_OUT: {
    severity: 'info',
    help: 'It says who calls: declare it as a security scheme (`apiKey` in `cookie`), so that the client sends it.',
  },
  METHOD_LEFT_OUT: {
    severity: 'info',
    help: 'Nothing is to do: such a request says something of an address, or no client sends it.',
  },
  BODY_LEFT_OUT: {
    severity: 'warning',
    help: 'HTTP clients send no body with GET and HEAD: use the POST or QUERY that most such APIs have beside it.',
  },
  REQUIRED_UNDECLARED: {
    severity: 'info',
    help: 'Declare the property in an overlay, or take the name out of `required`.',
  },
  KEYWORD_LEFT_OUT: {
    severity: 'info',
    help: 'Say in the words of the argument (`x-mcp.fields`) which values go together; the API refuses the others.',
  },
  STYLE_UNDEFINED: {
    severity: 'info',
    help: 'Try it; where the API reads it otherwise, declare it as JSON (`content`) or another style in an overlay.',
  },
  STYLE_UNSUPPORTED: { severity: 'warning', help: 'Declare a style that is defined there, in an overlay.' },
  PART_HEADERS_LEFT_OUT: { severity: 'info', help: 'Nothing is to be done unless the API asks for these headers.' },
  MULTIPART_GUESSED: { severity: 'info', help: 'Try it; where the API wants other parts, hide the operation.' },
  FORM_WITHOUT_FIELDS: {
    severity: 'warning',
    help: 'Describe the body as an object in an overlay: each property is a field of the form.',
  },
  SEQUENCE_AS_TEXT: {
    severity: 'info',
    help: 'Nothing is to do; say in the words of the tool what an item is (`x-mcp.fields`, `description`).',
  },
  XML_AS_TEXT: { severity: 'info', help: 'A model writes the XML; describe its elements in an overlay.' },
} as const;
