import unhomoglyph from 'unhomoglyph';

/**
 * What a name looks like: two names that a reader can mistake for each other have the same skeleton. It is the skeleton of
 * Unicode's UTS 39, section 4, with the data of confusables.txt, without the step that puts right-to-left text in order.
 * The data keeps capital letters apart, so the result is compared in lower case: a reader does not.
 *
 * This file is the only one that imports that data.
 */
export function skeleton(name: string): string {
  const shown = name.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return unhomoglyph(shown).normalize('NFD').toLowerCase().replace(/\s+/gu, ' ').trim();
}
