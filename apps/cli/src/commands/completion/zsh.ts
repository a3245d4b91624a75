import type { CommandDescription, OptionDescription } from '../../description/command-description.ts';
import { argumentsOffer, offerOf, quoted, type Offer } from './words.ts';

export function zshCompletion(commands: readonly CommandDescription[]): string {
  const names = [...commands, { name: 'help', summary: 'tells more about a command' }];
  const cases = commands.map((command) => {
    const specs = [
      ...Object.entries(command.options).map(([name, option]) => optionSpec(name, option)),
      ...argumentSpec(command),
    ];
    return `        ${command.name}) _arguments ${specs.map(quoted).join(' ')} ;;`;
  });
  return `#compdef docspace-oauth
# Completion of docspace-oauth for zsh: source <(docspace-oauth completion zsh)
_docspace_oauth() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '--help[help]' '--version[version]' '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands=(${names.map(({ name, summary }) => quoted(`${name}:${escaped(summary)}`)).join(' ')})
      _describe command commands ;;
    rest)
      case $words[1] in
${cases.join('\n')}
        help) _arguments ${quoted(`1:command:(${commands.map(({ name }) => name).join(' ')})`)} ;;
      esac ;;
  esac
}
if [[ $funcstack[1] == _docspace_oauth ]]; then _docspace_oauth "$@"; else compdef _docspace_oauth docspace-oauth; fi
`;
}

function optionSpec(name: string, option: OptionDescription): string {
  const offer = offerOf(option);
  const value = offer === undefined ? '' : `:${escaped(option.value ?? 'value')}:${action(offer)}`;
  return `${option.multiple ? '*' : ''}--${name}[${escaped(option.help)}]${value}`;
}

function argumentSpec(command: CommandDescription): string[] {
  return command.arguments === undefined
    ? []
    : [`*:${escaped(command.arguments.usage)}:${action(argumentsOffer(command))}`];
}

function action(offer: Offer): string {
  if (offer === 'file') return '_files';
  return offer.length === 0 ? ' ' : `(${offer.join(' ')})`;
}

/** These characters have a meaning in a specification. */
function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/gu, String.raw`\$&`);
}
