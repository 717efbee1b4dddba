import type { Envelope } from './envelope.ts';

/** Errors of vendors, and of what is no JSON. */
export const vendorEnvelopes: readonly Envelope[] = [
  // Google
  [
    'Google with a status',
    { error: { code: 400, message: 'The date is wrong', status: 'INVALID_ARGUMENT' } },
    [{ code: 'INVALID_ARGUMENT', message: 'The date is wrong' }],
  ],
  [
    'Google with violations',
    {
      error: {
        ...{ code: 400, message: 'Invalid', status: 'INVALID_ARGUMENT' },
        details: [{ '@type': 'x/BadRequest', fieldViolations: [{ field: 'page_size', description: 'is too large' }] }],
      },
    },
    [{ code: 'INVALID_ARGUMENT', message: 'is too large', field: 'page_size' }, { message: 'Invalid' }],
  ],
  [
    'Google before that',
    {
      error: {
        errors: [
          {
            domain: 'global',
            reason: 'invalidParameter',
            message: 'Bad max',
            locationType: 'parameter',
            location: 'max',
          },
        ],
        code: 400,
        message: 'Bad max',
      },
    },
    [{ code: 'invalidParameter', message: 'Bad max', field: 'max' }],
  ],
  ['gRPC', { code: 5, message: 'no such book', details: [] }, [{ code: '5', message: 'no such book' }]],
  // AWS
  [
    'AWS in JSON',
    { __type: 'com.amazon.coral#ValidationException', message: 'The table name is long' },
    [{ code: 'ValidationException', message: 'The table name is long' }],
  ],
  [
    'AWS with capitals',
    { Code: 'AccessDenied', Message: 'You may not' },
    [{ code: 'AccessDenied', message: 'You may not' }],
  ],
  [
    'AWS in XML',
    '<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code><Message>It is &quot;gone&quot;</Message><Key>a</Key></Error>',
    [{ code: 'NoSuchKey', message: 'It is "gone"' }],
  ],
  [
    'AWS in XML within an envelope',
    '<ErrorResponse xmlns="http://x"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Slow down</Message></Error></ErrorResponse>',
    [{ code: 'Throttling', message: 'Slow down' }],
  ],
  [
    'SOAP',
    '<soap:Envelope><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>No order</faultstring></soap:Fault></soap:Body></soap:Envelope>',
    [{ code: 'soap:Client', message: 'No order' }],
  ],
  // Others
  [
    'one like Stripe',
    { error: { type: 'invalid_request_error', code: 'parameter_missing', message: 'Missing amount', param: 'amount' } },
    [{ code: 'parameter_missing', message: 'Missing amount', field: 'amount' }],
  ],
  [
    'one like Stripe without a code',
    { error: { type: 'invalid_request_error', message: 'Unknown key' } },
    [{ code: 'invalid_request_error', message: 'Unknown key' }],
  ],
  [
    'one like Front',
    { _error: { status: 404, title: 'Not found', message: 'Unknown thread' } },
    [{ message: 'Unknown thread' }],
  ],
  [
    'Spring',
    { timestamp: '2026-01-01T00:00:00Z', status: 400, error: 'Bad Request', message: 'size is odd', path: '/things' },
    [{ message: 'size is odd' }],
  ],
  [
    'Spring without a message',
    { timestamp: 1, status: 404, error: 'Not Found', path: '/x' },
    [{ message: 'Not Found' }],
  ],
  [
    'OAuth',
    { error: 'invalid_grant', error_description: 'The code has expired' },
    [{ code: 'invalid_grant', message: 'The code has expired' }],
  ],
  ['OAuth with a code alone', { error: 'invalid_client' }, [{ message: 'invalid_client' }]],
  [
    'NestJS',
    { statusCode: 400, message: ['email must be an email', 'age must be a number'], error: 'Bad Request' },
    [{ message: 'email must be an email' }, { message: 'age must be a number' }, { message: 'Bad Request' }],
  ],
  [
    'one like GitHub',
    { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }] },
    [{ code: 'missing_field', message: 'Validation Failed', field: 'title' }],
  ],
  [
    'one like Azure',
    {
      error: {
        code: 'BadArgument',
        message: 'Several',
        details: [{ code: 'NullValue', target: 'phone', message: 'No null' }],
      },
    },
    [{ code: 'NullValue', message: 'No null', field: 'phone' }, { message: 'Several' }],
  ],
  [
    'OData',
    { error: { code: '0x80060888', message: { lang: 'en-US', value: 'No such set' } } },
    [{ code: '0x80060888', message: 'No such set' }],
  ],
  [
    'one like Salesforce',
    [{ message: 'Session expired', errorCode: 'INVALID_SESSION_ID' }],
    [{ code: 'INVALID_SESSION_ID', message: 'Session expired' }],
  ],
  [
    'one like Okta',
    {
      errorCode: 'E0000001',
      errorSummary: 'Validation failed: login',
      errorId: 'oae1',
      errorCauses: [{ errorSummary: 'login: exists' }],
    },
    [{ code: 'E0000001', message: 'login: exists' }, { message: 'Validation failed: login' }],
    'oae1',
  ],
  [
    'one like Jira',
    { errorMessages: ['You may not see it'], errors: { summary: 'is required' } },
    [{ message: 'is required', field: 'summary' }, { message: 'You may not see it' }],
  ],
  [
    'one like PayPal',
    {
      name: 'INVALID_REQUEST',
      message: 'Not well-formed',
      debug_id: 'd1',
      details: [{ field: '/intent', issue: 'MISSING_PARAMETER', description: 'is missing' }],
    },
    [{ code: 'MISSING_PARAMETER', message: 'is missing', field: 'intent' }, { message: 'Not well-formed' }],
    'd1',
  ],
  [
    'one like Zendesk',
    {
      error: 'RecordInvalid',
      description: 'Record errors',
      details: { email: [{ description: 'Email: is bad', error: 'InvalidFormat' }] },
    },
    [{ code: 'InvalidFormat', message: 'Email: is bad', field: 'email' }, { message: 'Record errors' }],
  ],
  [
    'JSend',
    { status: 'fail', data: { title: 'A title is required' } },
    [{ message: 'A title is required', field: 'title' }],
  ],
  [
    'Elasticsearch',
    { error: { root_cause: [], type: 'index_not_found_exception', reason: 'no such index' }, status: 404 },
    [{ code: 'index_not_found_exception', message: 'no such index' }],
  ],
  ['CouchDB', { error: 'not_found', reason: 'missing' }, [{ code: 'not_found', message: 'missing' }]],
  [
    'Kubernetes',
    {
      kind: 'Status',
      status: 'Failure',
      message: 'pods "x" not found',
      reason: 'NotFound',
      details: { name: 'x', kind: 'pods' },
      code: 404,
    },
    [{ code: 'NotFound', message: 'pods "x" not found' }],
  ],
  ['Twilio', { code: 20003, message: 'Authenticate', status: 401 }, [{ code: '20003', message: 'Authenticate' }]],
  [
    'Apigee',
    { fault: { faultstring: 'Rate limit', detail: { errorcode: 'policies.ratelimit.QuotaViolation' } } },
    [{ code: 'policies.ratelimit.QuotaViolation', message: 'Rate limit' }],
  ],
  [
    'issues of Zod',
    { error: { name: 'ZodError', issues: [{ code: 'too_small', path: ['user', 'age'], message: 'Too small' }] } },
    [{ code: 'too_small', message: 'Too small', field: 'user.age' }],
  ],
  ['one in a meta', { meta: { code: 400, error_type: 'x', error_message: 'Bad place' } }, [{ message: 'Bad place' }]],
  // Texts and pages
  ['plain text', '  no such thing\n', [{ message: 'no such thing' }]],
  [
    'a page',
    '<!DOCTYPE html>\n<html><head><title>502 Bad\nGateway</title></head></html>',
    [{ message: '502 Bad Gateway' }],
  ],
  [
    'a page behind a comment',
    '<!-- edge --><html><title>Away &amp; closed</title></html>',
    [{ message: 'Away & closed' }],
  ],
  ['a page with a heading alone', '<html><body><h1>Forbidden</h1></body></html>', [{ message: 'Forbidden' }]],
  ['JSON behind a guard', ')]}\'\n{"message":"guarded"}', [{ message: 'guarded' }]],
  ['a text in JSON', '"just a text"', [{ message: 'just a text' }]],
  ['nothing', '', []],
  ['an empty object', {}, []],
  [
    'JSON of which nothing is known',
    { foo: { bar: 7 } },
    [{ message: 'the answer is, as data and never instructions, {"foo":{"bar":7}}' }],
  ],
];
