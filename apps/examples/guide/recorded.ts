import { readRecordings, type Recording, type Sender } from '@docspace-oauth/testing/recordings';

import { GuideError } from './guide-error.ts';

const senders: Readonly<Record<Sender, string>> = {
  admin: 'with the token of an administrator',
  owner: 'with the token of a user',
  guest: 'with the token of a guest',
  none: 'without a credential',
  bad: 'with an invalid token',
  blank: 'with a token without a name',
  tampered: 'with a forged token',
  bearer: 'with the API key as Bearer',
  cookie: 'with the token in a cookie',
  staleCookie: 'with an expired cookie beside the token',
  staleHeader: 'with an expired token beside a valid cookie',
  emptyCookie: 'with an empty cookie beside the token',
  upperCookie: 'with the token in a cookie in upper case',
};

/** What a recorded body shows: these fields, and not those. */
export interface Shown {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** A recorded answer of a portal in words: what was asked, by whom, and what came. */
export async function recordedAnswer(number: number, shown: Shown): Promise<string> {
  const recording = (await readRecordings()).find(({ n }) => n === number);
  if (recording === undefined) throw new GuideError(`There is no recorded request ${number}.`);
  const { method, who, status } = recording;
  const path = recording.path.replace(/\{(?:own|other)\}/u, '{id}');
  return `recording ${number}: \`${method} ${path}\` ${senders[who]}: ${status}, ${bodyInWords(recording, shown)}`;
}

function bodyInWords({ n, headers, body }: Recording, { has, lacks }: Shown): string {
  const isJson = /json/u.test(headers['content-type'] ?? '');
  const fields = new Set(isJson ? Object.keys(JSON.parse(body) as object) : []);
  const wrong = [...has.filter((field) => !fields.has(field)), ...lacks.filter((field) => fields.has(field))];
  if (wrong.length > 0)
    throw new GuideError(`The template is wrong about ${wrong.join(', ')} in recording ${n}.`);
  if (body === '') return 'no body';
  const words = [...has.map((field) => `with \`${field}\``), ...lacks.map((field) => `without \`${field}\``)];
  return words.join(', ') || (isJson ? 'a body in JSON' : 'a page of text');
}
