import unhomoglyph from 'unhomoglyph';

/**
 * What a name looks like: two names that a reader can mistake for each other have the same skeleton. It is the skeleton of
 * Unicode's UTS 39, section 4, with the data of confusables.txt, without the step that puts right-to-left text in order.
 * Two things are added, because names are read by people: full-width and other compatibility characters count as those that
 * they stand for, and capital letters as small ones. The latter comes last, since the data tells I and i apart.
 *
 * This file is the only one that imports that data.
 */
export function skeleton(name: string): string {
  const shown = name.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const mapped = unhomoglyph(unhomoglyph(shown).normalize('NFKD')).normalize('NFD');
  return mapped.toLowerCase().replace(/\s+/gu, ' ').trim();
}
