/** The media type of a logo, in lower case: of a data URL, or as the ending of an address tells it. */
export function logoType(logo: string): string | undefined {
  const type = /^\s*data:([^;,]*)/iu.exec(logo.slice(0, 200))?.[1];
  if (type !== undefined) return type.trim().toLowerCase();
  return /\.svgz?(?:[?#]|$)/iu.test(logo.slice(0, 2000)) ? 'image/svg+xml' : undefined;
}

/** The size of a logo in bytes, without decoding it; undefined if it is no data URL. */
export function logoSize(logo: string): number | undefined {
  const comma = logo.slice(0, 500).indexOf(',');
  const head = logo.slice(0, comma);
  if (comma < 0 || !/^\s*data:/iu.test(head)) return undefined;
  const length = logo.length - comma - 1;
  if (!/;\s*base64\s*$/iu.test(head)) return length;
  const padding = /={0,2}$/u.exec(logo.slice(-2))?.[0].length ?? 0;
  return Math.floor((length * 3) / 4) - padding;
}
