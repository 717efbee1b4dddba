import type { Envelope } from './envelope.ts';

/** Errors of standards and frameworks. */
export const frameworkEnvelopes: readonly Envelope[] = [
  // Problem details
  [
    'problem details with a title and a detail',
    { type: 'about:blank', title: 'Too large', status: 400, detail: 'size must be below 100' },
    [{ message: 'Too large: size must be below 100' }],
  ],
  [
    'problem details of a kind of their own',
    { type: 'https://acme.test/problems/out-of-credit', title: 'You have no credit left.', balance: 3 },
    [{ code: 'out-of-credit', message: 'You have no credit left.' }],
  ],
  [
    'problem details with invalid-params',
    { title: 'Some arguments are wrong', 'invalid-params': [{ name: 'age', reason: 'must be positive' }] },
    [{ message: 'must be positive', field: 'age' }, { message: 'Some arguments are wrong' }],
  ],
  [
    'problem details with errors that point',
    { title: 'Invalid', errors: [{ detail: 'no number', pointer: '#/profile/age' }] },
    [{ message: 'no number', field: 'profile.age' }, { message: 'Invalid' }],
  ],
  [
    'problem details of ASP.NET',
    {
      title: 'One or more are wrong.',
      status: 400,
      traceId: '00-ab-01',
      errors: { Name: ['is required', 'is short'] },
    },
    [{ message: 'is required, is short', field: 'Name' }, { message: 'One or more are wrong.' }],
    '00-ab-01',
  ],
  [
    'problem details with violations',
    { title: 'An error', violations: [{ propertyPath: 'owner.email', message: 'is no address' }] },
    [{ message: 'is no address', field: 'owner.email' }, { message: 'An error' }],
  ],
  // JSON:API
  [
    'JSON:API with a pointer',
    {
      errors: [
        { status: '422', title: 'Invalid', detail: 'is too short', source: { pointer: '/data/attributes/name' } },
      ],
    },
    [{ message: 'Invalid: is too short', field: 'data.attributes.name' }],
  ],
  [
    'JSON:API with a parameter',
    { errors: [{ code: 'BAD_SORT', detail: 'cannot sort by it', source: { parameter: 'sort' } }] },
    [{ code: 'BAD_SORT', message: 'cannot sort by it', field: 'sort' }],
  ],
  ['JSON:API with a title alone', { errors: [{ status: '404', title: 'Gone' }] }, [{ message: 'Gone' }]],
  // GraphQL
  [
    'GraphQL with an extension',
    { data: null, errors: [{ message: 'No such user', path: ['user'], extensions: { code: 'NOT_FOUND' } }] },
    [{ code: 'NOT_FOUND', message: 'No such user' }],
  ],
  [
    'GraphQL without one',
    { errors: [{ message: 'Syntax error', locations: [{ line: 1, column: 2 }] }] },
    [{ message: 'Syntax error' }],
  ],
  // FastAPI
  ['FastAPI with a text', { detail: 'Item not found' }, [{ message: 'Item not found' }]],
  [
    'FastAPI with a list',
    {
      detail: [
        { loc: ['body', 'user', 'age'], msg: 'no integer', type: 'int_parsing' },
        { loc: ['query', 'q'], msg: 'field required', type: 'value_error.missing' },
      ],
    },
    [
      { code: 'int_parsing', message: 'no integer', field: 'user.age' },
      { code: 'value_error.missing', message: 'field required', field: 'q' },
    ],
  ],
  [
    'FastAPI with places in a list',
    { detail: [{ loc: ['body', 'items', 0, 'id'], msg: 'too small' }] },
    [{ message: 'too small', field: 'items.0.id' }],
  ],
  [
    'FastAPI with an object',
    { detail: { code: 'quota_used', message: 'no quota left' } },
    [{ code: 'quota_used', message: 'no quota left' }],
  ],
  // Django
  ['Django REST with a detail', { detail: 'Not found.' }, [{ message: 'Not found.' }]],
  [
    'Django REST with fields',
    { name: ['This is required.'], age: ['No integer.', 'Too small.'] },
    [
      { message: 'This is required.', field: 'name' },
      { message: 'No integer., Too small.', field: 'age' },
    ],
  ],
  [
    'Django REST with what is of no field',
    { non_field_errors: ['The two passwords differ.'] },
    [{ message: 'The two passwords differ.' }],
  ],
  [
    'Django REST with fields in fields',
    { owner: { mail: ['No address.'] } },
    [{ message: 'No address.', field: 'owner.mail' }],
  ],
  // Rails
  ['Rails with fields', { errors: { email: ['has been taken'] } }, [{ message: 'has been taken', field: 'email' }]],
  ['Rails with the whole', { errors: { base: ['is closed'] } }, [{ message: 'is closed' }]],
  ['Rails with a lone error', { status: 404, error: 'Not Found' }, [{ message: 'Not Found' }]],
  ['Rails with an errors text', { errors: 'Unprocessable' }, [{ message: 'Unprocessable' }]],
  [
    'Rails with full messages',
    { errors: ['Name is blank', 'Age is odd'] },
    [{ message: 'Name is blank' }, { message: 'Age is odd' }],
  ],
  [
    'Laravel',
    { message: 'The data was invalid.', errors: { 'tags.0': ['The tag is long.'] } },
    [{ message: 'The tag is long.', field: 'tags.0' }, { message: 'The data was invalid.' }],
  ],
];
