/**
 * The scripts by which a shell asks `intercom-mcp complete` for what may stand at the cursor: one candidate a line, its
 * description behind a tab. Where nothing is known they leave it to the shell, which offers files.
 */
export const shellScripts = {
  bash: `# intercom-mcp completion for bash: eval "$(intercom-mcp completion bash)" in ~/.bashrc
_intercom_mcp() {
  local typed="\${COMP_LINE:0:COMP_POINT}" current before="" word what
  local -a words
  read -ra words <<< "$typed"
  [[ "$typed" == *[[:space:]] ]] && words+=("")
  current="\${words[\${#words[@]}-1]}"
  # Bash takes words apart at these, and wants what stands behind the last.
  [[ "$current" == *[=:]* ]] && before="\${current%"\${current##*[=:]}"}"
  COMPREPLY=()
  while IFS=$'\\t' read -r word what; do
    [[ "$word" == *= ]] && compopt -o nospace 2>/dev/null
    [[ -n "$word" ]] && COMPREPLY+=("\${word#"$before"}")
  done < <(intercom-mcp complete -- "\${words[@]:1}" 2>/dev/null)
  return 0
}
complete -o default -F _intercom_mcp intercom-mcp
`,
  zsh: `#compdef intercom-mcp
# intercom-mcp completion for zsh: eval "$(intercom-mcp completion zsh)" in ~/.zshrc, behind compinit
_intercom_mcp() {
  local line
  local -a plain open
  for line in "\${(@f)$(intercom-mcp complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z "$line" ]] && continue
    local word="\${line%%$'\\t'*}" what="\${line#*$'\\t'}"
    local entry="\${word//:/\\\\:}:$what"
    if [[ "$word" == *= ]]; then open+=("$entry"); else plain+=("$entry"); fi
  done
  if (( \${#plain} + \${#open} == 0 )); then _files; return; fi
  (( \${#plain} )) && _describe 'intercom-mcp' plain
  (( \${#open} )) && _describe 'intercom-mcp' open -S ''
}
if [[ "\${funcstack[1]}" == _intercom_mcp ]]; then _intercom_mcp; else compdef _intercom_mcp intercom-mcp; fi
`,
  fish: `# intercom-mcp completion for fish: intercom-mcp completion fish > ~/.config/fish/completions/intercom-mcp.fish
function __intercom_mcp_complete
    set -l words (commandline -opc) (commandline -ct)
    intercom-mcp complete -- $words[2..] 2>/dev/null
end
complete -c intercom-mcp -f -n 'test -n "$(__intercom_mcp_complete)"' -a '(__intercom_mcp_complete)'
`,
  powershell: `# intercom-mcp completion for PowerShell: intercom-mcp completion powershell | Out-String | Invoke-Expression in $PROFILE
Register-ArgumentCompleter -Native -CommandName 'intercom-mcp' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  # PowerShell drops an empty word on its way to a program, which is told of it by another option.
  $empty = if ($wordToComplete -eq '') { @('--empty') } else { @() }
  intercom-mcp complete @empty -- @words 2>$null | ForEach-Object {
    $word, $what = $_ -split "\\t", 2
    if (-not $what) { $what = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $what)
  }
}
`,
} as const;

/** Their names. */
export const shells = Object.keys(shellScripts);
