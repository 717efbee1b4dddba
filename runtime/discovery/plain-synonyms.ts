import type { Synonyms } from '../profile/synonyms.ts';

/** What anybody says for the verbs that descriptions use: for an API of which nobody said what its users say. */
export const PLAIN_SYNONYMS: Synonyms = {
  create: 'add, build, make, new, open a, post, put up, record, register, set up, start, submit, upload',
  update: 'adjust, alter, change, correct, edit, fix, modify, patch, rename, replace, save, set, switch, write',
  delete: 'cancel, clear, discard, drop, erase, get rid of, purge, remove, take away, throw away, trash, wipe',
  get: 'details, fetch, load, look up, open, read, retrieve, see, show, view',
  list: 'all, browse, every, find, how many, overview, see all, show all, which',
  search: 'filter, find, look for, lookup, query, where is',
  send: 'deliver, dispatch, mail, message, notify, submit',
  upload: 'attach, import, send a file',
  download: 'export, save a file',
  cancel: 'abort, call off, revoke, stop, terminate, undo',
};
