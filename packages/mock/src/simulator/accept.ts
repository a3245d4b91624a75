/** Whether an `Accept` header allows a media type; without one every media type is allowed. */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === '') return true;
  const [type = ''] = mediaType.split('/');
  return header.split(',').some((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/u.test(parameter))) return false;
    return range === '*/*' || range === `${type}/*` || range === mediaType;
  });
}
