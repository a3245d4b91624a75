import { app, type Case } from './case.ts';

/** A client beside others, whose names are compared with its own. */
function beside(what: string, name: string, others: readonly string[], ...finds: string[]): Case {
  return { what, client: app(name, 'tasks.example'), beside: others, finds };
}

const duplicate = 'duplicate-name';
const lookAlike = 'look-alike-name';

export const nameCases: Case[] = [
  beside('same name', 'Task board', ['Task board'], duplicate),
  beside('same name three times', 'Task board', ['Task board', 'Task board'], duplicate),
  beside('same name in other case', 'Task board', ['TASK BOARD'], duplicate),
  beside('same name with more white space', 'Task board', ['  Task   board '], duplicate),
  beside('same name, accent composed otherwise', 'Café', ['Cafe\u0301'], duplicate),
  beside('Cyrillic capital', 'Task board', ['Тask board'], lookAlike),
  beside('Cyrillic small letter', 'Task board', ['Tаsk board'], lookAlike),
  beside('Greek letter', 'Open files', ['Οpen files'], lookAlike),
  beside('name that is the imitation itself', 'Тask board', ['Task board'], lookAlike),
  beside('zero for O', 'OFFICE', ['0FFICE'], lookAlike),
  beside('one for l', 'Portal', ['Porta1'], lookAlike),
  beside('capital I for l', 'Portal', ['PortaI'], lookAlike),
  beside('bar for l', 'Portal', ['Porta|'], lookAlike),
  beside('rn for m', 'Modem list', ['Modern list'], lookAlike),
  beside('full width', 'OFFICE', ['ＯＦＦＩＣＥ'], lookAlike),
  beside('mathematical letters', 'Office', ['𝐎ffice'], lookAlike),
  beside('zero-width space', 'Task board', ['Task\u200B board'], lookAlike),
  beside('zero-width joiner', 'Portal', ['Por\u200Dtal'], lookAlike),
  beside('soft hyphen', 'Portal', ['Por\u00ADtal'], lookAlike),
  beside('right-to-left override', 'Portal', ['\u202EPortal'], lookAlike),
  beside('tag characters', 'Portal', ['Portal\u{E0041}'], lookAlike),
  beside('same name and an imitation', 'Portal', ['Portal', 'Pоrtal'], duplicate, lookAlike),
  beside('two imitations, one name', 'Portal', ['Pоrtal', 'Por\u200Btal'], lookAlike),

  beside('names that only begin alike', 'Task board', ['Task board 2', 'Task boards', 'Task']),
  beside('accent makes another name', 'Resume', ['Résumé']),
  beside('word order makes another name', 'Board of tasks', ['Tasks of board']),
  beside('other digits', 'Site 23', ['Site 24', 'Site 32']),
  beside('names in other scripts', 'Portal', ['Портал', 'Πύλη', '门户', 'ポータル']),
];
