import type { CommandDescription } from '../../description/command-description.ts';
import { argumentsOffer, offerOf, quoted, type Offer } from './words.ts';

/** For bash 3.2 (macOS) and newer. */
export function bashCompletion(commands: readonly CommandDescription[]): string {
  const names = [...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' ');
  const values = commands.flatMap((command) =>
    Object.entries(command.options).flatMap(([option, description]) => {
      const offer = offerOf(description);
      return offer === undefined
        ? []
        : [`    ${quoted(`${command.name} --${option}`)}) ${offering(offer)}; return ;;`];
    }),
  );
  const rest = commands.map((command) => {
    const options = Object.keys(command.options).map((option) => `--${option}`);
    const offer = argumentsOffer(command);
    const others =
      offer.length === 0 ? `_docspace_oauth_words ${quoted(options.join(' '))}` : offering(offer);
    return `    ${command.name})
      if [[ $cur == -* ]]; then _docspace_oauth_words ${quoted(options.join(' '))}; else ${others}; fi ;;`;
  });
  return `# Completion of docspace-oauth for bash: source <(docspace-oauth completion bash)
_docspace_oauth_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_docspace_oauth_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
  compopt -o filenames 2> /dev/null || true
}
_docspace_oauth() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then _docspace_oauth_words ${quoted(names)}; return; fi
  case "\${COMP_WORDS[1]} $previous" in
${values.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${rest.join('\n')}
    help) _docspace_oauth_words ${quoted(commands.map(({ name }) => name).join(' '))} ;;
  esac
}
complete -F _docspace_oauth docspace-oauth
`;
}

function offering(offer: Offer): string {
  return offer === 'file' ? '_docspace_oauth_files' : `_docspace_oauth_words ${quoted(offer.join(' '))}`;
}
