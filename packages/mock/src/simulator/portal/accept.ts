const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/u;

/**
 * Whether the service serves JSON for an `Accept` header. A range that cannot be read spoils the whole header, and a
 * quality of 0 refuses nothing.
 */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  const ranges = header
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readRange);
  return !ranges.includes('unreadable') && ranges.includes('json');
}

function readRange(part: string): 'json' | 'other' | 'unreadable' {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const [type = '', subtype = '', ...more] = (range === '*' ? '*/*' : range).split('/');
  const wellFormed = TOKEN.test(type) && TOKEN.test(subtype) && more.length === 0;
  if (!wellFormed || (type === '*' && subtype !== '*') || !parameters.every(isParameter)) return 'unreadable';
  if (type === '*') return 'json';
  return type === 'application' && ['*', 'json', '*+json'].includes(subtype) ? 'json' : 'other';
}

function isParameter(text: string): boolean {
  const [name = '', value = ''] = text.split('=');
  if (name !== 'q') return text === '' || (TOKEN.test(name) && value !== '');
  return /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/u.test(value);
}
