# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_plan_global_optspecs
    string join \n data= overlay= new l/lang= color= theme= ascii plain mouse kiosk max-size= config= log= h/help V/version print fresh idle= keys= commands
end

function __fish_plan_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_plan_global_optspecs) -- $cmd 2>/dev/null
    or return 0
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_plan_using_subcommand
    set -l cmd (__fish_plan_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c plan -n "__fish_plan_needs_command" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_needs_command" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_needs_command" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_needs_command" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_needs_command" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_needs_command" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_needs_command" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_needs_command" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_needs_command" -l idle -d 'Exit after MINUTES idle minutes; 0: never (default in kiosk mode: 30)' -r -f
complete -c plan -n "__fish_plan_needs_command" -l keys -d 'typing: letters search, Space is the menu; vim: letters are commands (default: typing)' -r -f -a "typing\t''
vim\t''"
complete -c plan -n "__fish_plan_needs_command" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_needs_command" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_needs_command" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_needs_command" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_needs_command" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_needs_command" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_needs_command" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_needs_command" -l print -d 'On Enter, print the selected id and exit'
complete -c plan -n "__fish_plan_needs_command" -l fresh -d 'Start at the top, not where the last session ended'
complete -c plan -n "__fish_plan_needs_command" -l commands -d 'In kiosk mode, let clients run search, who, show, list, matrix and export'
complete -c plan -n "__fish_plan_needs_command" -f -a "search" -d 'Search, best match first'
complete -c plan -n "__fish_plan_needs_command" -f -a "who" -d 'Who is responsible for an item, or what an organisation is responsible for'
complete -c plan -n "__fish_plan_needs_command" -f -a "show" -d 'Show everything about an item, an organisation or a document'
complete -c plan -n "__fish_plan_needs_command" -f -a "list" -d 'List all items of a kind, in plan order'
complete -c plan -n "__fish_plan_needs_command" -f -a "matrix" -d 'Table of organisations and items, with roles'
complete -c plan -n "__fish_plan_needs_command" -f -a "compare" -d 'Compare two items or two organisations side by side'
complete -c plan -n "__fish_plan_needs_command" -f -a "check" -d 'Validate data files; show all problems and where they are'
complete -c plan -n "__fish_plan_needs_command" -f -a "diff" -d 'Show what was added, removed or changed between two data files'
complete -c plan -n "__fish_plan_needs_command" -f -a "export" -d 'Write the whole plan to one file'
complete -c plan -n "__fish_plan_needs_command" -f -a "import" -d 'Convert a spreadsheet (.xlsx, .csv, .tsv) to a data file'
complete -c plan -n "__fish_plan_needs_command" -f -a "template" -d 'Write a spreadsheet to fill in'
complete -c plan -n "__fish_plan_needs_command" -f -a "new" -d 'Write a small example plan to start from'
complete -c plan -n "__fish_plan_needs_command" -f -a "config" -d 'Show the current settings and where each comes from'
complete -c plan -n "__fish_plan_needs_command" -f -a "schema" -d 'Print the JSON Schema of data files'
complete -c plan -n "__fish_plan_needs_command" -f -a "completions" -d 'Print the completion script for a shell'
complete -c plan -n "__fish_plan_needs_command" -f -a "man" -d 'Print the man page'
complete -c plan -n "__fish_plan_needs_command" -f -a "help" -d 'Show help on a command; help ssh: how to set up plan as a login; help sheets: spreadsheets'
complete -c plan -n "__fish_plan_using_subcommand search" -s n -l limit -d 'At most this many matches (default: 20)' -r -f
complete -c plan -n "__fish_plan_using_subcommand search" -s k -l kind -d 'Only this kind' -r -f -a "goal\t''
focus\t''
task\t''
project\t''
group\t''
action\t''
safeguard\t''
indicator\t''
body\t''
document\t''"
complete -c plan -n "__fish_plan_using_subcommand search" -l body -d 'Only what this organisation is responsible for' -r -f -a "ccac\t''
cac\t''
cpc\t''
sc\t''
gosc\t''
ndrc\t''
nda\t''
miit\t''
most\t''
moe\t''
mof\t''
mohrss\t''
mca\t''
mps\t''
mem\t''
nhc\t''
ndcpa\t''
natcm\t''
nhsa\t''
mofcom\t''
mfa\t''
mara\t''
nrra\t''
mohurd\t''
mot\t''
mct\t''
mee\t''
mnr\t''
mwr\t''
nea\t''
sasac\t''
samr\t''
sac\t''
cnipa\t''
pboc\t''
cbirc\t''
nfra\t''
nrta\t''
cplc\t''
cpd\t''
cswd\t''
nbs\t''
spc\t''
cnsa\t''
cas\t''
cma\t''
ncha\t''
acfic\t''
local\t''
spp\t''
sta\t''
cod\t''
gacc\t''
nfga\t''
gocc\t''"
complete -c plan -n "__fish_plan_using_subcommand search" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand search" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand search" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand search" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand search" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand search" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand search" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand search" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand search" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand search" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand search" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand search" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand search" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand search" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand search" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand search" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand who" -l role -d 'Only in this role' -r -f -a "lead\t'It leads'
support\t'It takes part'
issue\t'It issued the document'"
complete -c plan -n "__fish_plan_using_subcommand who" -s k -l kind -d 'Only this kind of item' -r -f -a "goal\t''
focus\t''
task\t''
project\t''
group\t''
action\t''
safeguard\t''
indicator\t''"
complete -c plan -n "__fish_plan_using_subcommand who" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand who" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand who" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand who" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand who" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand who" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand who" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand who" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand who" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand who" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand who" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand who" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand who" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand who" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand who" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand who" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand show" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand show" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand show" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand show" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand show" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand show" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand show" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand show" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand show" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand show" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand show" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand show" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand show" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand show" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand show" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand show" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand list" -l body -d 'Only what this organisation is responsible for or issued' -r -f -a "ccac\t''
cac\t''
cpc\t''
sc\t''
gosc\t''
ndrc\t''
nda\t''
miit\t''
most\t''
moe\t''
mof\t''
mohrss\t''
mca\t''
mps\t''
mem\t''
nhc\t''
ndcpa\t''
natcm\t''
nhsa\t''
mofcom\t''
mfa\t''
mara\t''
nrra\t''
mohurd\t''
mot\t''
mct\t''
mee\t''
mnr\t''
mwr\t''
nea\t''
sasac\t''
samr\t''
sac\t''
cnipa\t''
pboc\t''
cbirc\t''
nfra\t''
nrta\t''
cplc\t''
cpd\t''
cswd\t''
nbs\t''
spc\t''
cnsa\t''
cas\t''
cma\t''
ncha\t''
acfic\t''
local\t''
spp\t''
sta\t''
cod\t''
gacc\t''
nfga\t''
gocc\t''"
complete -c plan -n "__fish_plan_using_subcommand list" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand list" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand list" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand list" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand list" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand list" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand list" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand list" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand list" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand list" -l gaps -d 'Only items without a lead, a target, a result or a reliable source'
complete -c plan -n "__fish_plan_using_subcommand list" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand list" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand list" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand list" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand list" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand list" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand list" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand matrix" -s k -l kind -d 'Items of this kind (repeatable; default: the primary kinds)' -r -f -a "goal\t''
focus\t''
task\t''
project\t''
group\t''
action\t''
safeguard\t''
indicator\t''"
complete -c plan -n "__fish_plan_using_subcommand matrix" -l basis -d 'Which responsibilities to show (default: all)' -r -f -a "all\t'All of them'
documented\t'Named in a document'
assigned\t'Assigned here'"
complete -c plan -n "__fish_plan_using_subcommand matrix" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand matrix" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand matrix" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand matrix" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand matrix" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand matrix" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand matrix" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand matrix" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand matrix" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand matrix" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand matrix" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand matrix" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand matrix" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand matrix" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand matrix" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand matrix" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand compare" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
tsv\t'Tab-separated'
csv\t'Comma-separated'
markdown\t'A table or document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand compare" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand compare" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand compare" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand compare" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand compare" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand compare" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand compare" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand compare" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand compare" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand compare" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand compare" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand compare" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand compare" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand compare" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand compare" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand check" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand check" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand check" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand check" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand check" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand check" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand check" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand check" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand check" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand check" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand check" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand check" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand check" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand check" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand check" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand diff" -s f -l format -d 'Output format (default: text)' -r -f -a "text\t'For people'
json\t'For programs'
markdown\t'A document in Markdown'"
complete -c plan -n "__fish_plan_using_subcommand diff" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand diff" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand diff" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand diff" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand diff" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand diff" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand diff" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand diff" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand diff" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand diff" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand diff" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand diff" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand diff" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand diff" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand diff" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand export" -s f -l format -d 'markdown to read, csv, tsv or xlsx for a spreadsheet, json as data (default: by the ending of --out, else markdown)' -r -f -a "markdown\t'A document in Markdown'
csv\t'A table of responsibilities'
tsv\t'The same, tab-separated'
json\t'A data file'
xlsx\t'A workbook'"
complete -c plan -n "__fish_plan_using_subcommand export" -l body -d 'Only what this organisation is responsible for' -r -f -a "ccac\t''
cac\t''
cpc\t''
sc\t''
gosc\t''
ndrc\t''
nda\t''
miit\t''
most\t''
moe\t''
mof\t''
mohrss\t''
mca\t''
mps\t''
mem\t''
nhc\t''
ndcpa\t''
natcm\t''
nhsa\t''
mofcom\t''
mfa\t''
mara\t''
nrra\t''
mohurd\t''
mot\t''
mct\t''
mee\t''
mnr\t''
mwr\t''
nea\t''
sasac\t''
samr\t''
sac\t''
cnipa\t''
pboc\t''
cbirc\t''
nfra\t''
nrta\t''
cplc\t''
cpd\t''
cswd\t''
nbs\t''
spc\t''
cnsa\t''
cas\t''
cma\t''
ncha\t''
acfic\t''
local\t''
spp\t''
sta\t''
cod\t''
gacc\t''
nfga\t''
gocc\t''"
complete -c plan -n "__fish_plan_using_subcommand export" -s o -l out -d 'Write to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand export" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand export" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand export" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand export" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand export" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand export" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand export" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand export" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand export" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand export" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand export" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand export" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand export" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand export" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand export" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand import" -l as -d 'overlay: your office\'s own data for this plan; plan: a new plan (default: by the headings)' -r -f -a "plan\t'Of a plan'
overlay\t'Of an overlay'"
complete -c plan -n "__fish_plan_using_subcommand import" -s o -l out -d 'Write to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand import" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand import" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand import" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand import" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand import" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand import" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand import" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand import" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand import" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand import" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand import" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand import" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand import" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand import" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand import" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand template" -s f -l format -d 'xlsx, csv or tsv (default: by the ending of --out, else xlsx)' -r -f -a "xlsx\t'A workbook'
csv\t'Comma-separated'
tsv\t'Tab-separated'"
complete -c plan -n "__fish_plan_using_subcommand template" -s o -l out -d 'Write to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand template" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand template" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand template" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand template" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand template" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand template" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand template" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand template" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand template" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand template" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand template" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand template" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand template" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand template" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand template" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand new" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand new" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand new" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand new" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand new" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand new" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand new" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand new" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand new" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand new" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand new" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand new" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand new" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand new" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand new" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand config" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand config" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand config" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand config" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand config" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand config" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand config" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand config" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand config" -l default -d 'Print a commented default configuration file instead'
complete -c plan -n "__fish_plan_using_subcommand config" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand config" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand config" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand config" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand config" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand config" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand config" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand schema" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand schema" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand schema" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand schema" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand schema" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand schema" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand schema" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand schema" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand schema" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand schema" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand schema" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand schema" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand schema" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand schema" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand schema" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand completions" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand completions" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand completions" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand completions" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand completions" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand completions" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand completions" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand completions" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand completions" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand completions" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand completions" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand completions" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand completions" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand completions" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand completions" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand man" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand man" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand man" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand man" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand man" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand man" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand man" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand man" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand man" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand man" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand man" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand man" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand man" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand man" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand man" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand help" -l data -d 'Open this plan instead of the built-in one; - is standard input' -r -F
complete -c plan -n "__fish_plan_using_subcommand help" -l overlay -d 'Add your office\'s own file on top of the plan (repeatable)' -r -F
complete -c plan -n "__fish_plan_using_subcommand help" -s l -l lang -d 'Language; both: names in both languages (default: from the locale)' -r -f -a "en\t'English'
zh\t'Chinese'
both\t'Names in both; the interface by the locale'"
complete -c plan -n "__fish_plan_using_subcommand help" -l color -d 'Colour in the output (default: auto)' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c plan -n "__fish_plan_using_subcommand help" -l theme -d 'Theme: auto, dark, light, contrast or mono' -r -f -a "auto\t'The terminal\'s own colours'
dark\t'For a dark background'
light\t'For a light background'
contrast\t'As clear as can be'
mono\t'No colours'"
complete -c plan -n "__fish_plan_using_subcommand help" -l max-size -d 'Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)' -r -f
complete -c plan -n "__fish_plan_using_subcommand help" -l config -d 'Use this configuration file' -r -F
complete -c plan -n "__fish_plan_using_subcommand help" -l log -d 'Write a log to this file' -r -F
complete -c plan -n "__fish_plan_using_subcommand help" -l new -d 'Allow sheets to add organisations and items that the plan does not have'
complete -c plan -n "__fish_plan_using_subcommand help" -l ascii -d 'ASCII only'
complete -c plan -n "__fish_plan_using_subcommand help" -l plain -d 'Plain mode for screen readers: a prompt and numbered matches'
complete -c plan -n "__fish_plan_using_subcommand help" -l mouse -d 'Use the mouse'
complete -c plan -n "__fish_plan_using_subcommand help" -l kiosk -d 'Kiosk mode for a shared login: read-only, no settings'
complete -c plan -n "__fish_plan_using_subcommand help" -s h -l help -d 'Show this help'
complete -c plan -n "__fish_plan_using_subcommand help" -s V -l version -d 'Show the version'
complete -c plan -n "__fish_plan_using_subcommand show" -f -a "PLAN G1 G2 G3 G4 G5 G6 G7 F1 F2 F3 F4 F5 F6 F7 F8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 R1 R2 R3 A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 S1 S2 S3 S4 S5 S6 I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11 I12 I13 I14 I15 I16 I17 ccac cac cpc sc gosc ndrc nda miit most moe mof mohrss mca mps mem nhc ndcpa natcm nhsa mofcom mfa mara nrra mohurd mot mct mee mnr mwr nea sasac samr sac cnipa pboc cbirc nfra nrta cplc cpd cswd nbs spc cnsa cas cma ncha acfic local spp sta cod gacc nfga gocc D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21 D22 D23 D24 D25 D26 D27 D28 D29 D30 D31 D32 D33 D34 D35 D36 D37 D38 D39 D40 D41 D42 D43 D44 D45 D46 D47 D48 D49 D50 D51 D52 D53 D54 D55 D56 D57 D58 D59 D60 D61 D62 D63 D64 D65 D66 D67 D68 D69 D70 D71 D72 D73 D74 D75 D76 D77 D78 D79 D80 D81 D82 D83 D84 D85 D86 D87 D88 D89 D90 D91 D92 D93 D94 D95 D96 D97 D98 D99 D100 D101 D102 D103 D104 D105 D106 D107 D108 D109 D110 D111 D112 D113 D114 D115 D116"
complete -c plan -n "__fish_plan_using_subcommand list" -f -a "goal focus task project group action safeguard indicator body document"
complete -c plan -n "__fish_plan_using_subcommand compare" -f -a "PLAN G1 G2 G3 G4 G5 G6 G7 F1 F2 F3 F4 F5 F6 F7 F8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 R1 R2 R3 A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 S1 S2 S3 S4 S5 S6 I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11 I12 I13 I14 I15 I16 I17 ccac cac cpc sc gosc ndrc nda miit most moe mof mohrss mca mps mem nhc ndcpa natcm nhsa mofcom mfa mara nrra mohurd mot mct mee mnr mwr nea sasac samr sac cnipa pboc cbirc nfra nrta cplc cpd cswd nbs spc cnsa cas cma ncha acfic local spp sta cod gacc nfga gocc D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21 D22 D23 D24 D25 D26 D27 D28 D29 D30 D31 D32 D33 D34 D35 D36 D37 D38 D39 D40 D41 D42 D43 D44 D45 D46 D47 D48 D49 D50 D51 D52 D53 D54 D55 D56 D57 D58 D59 D60 D61 D62 D63 D64 D65 D66 D67 D68 D69 D70 D71 D72 D73 D74 D75 D76 D77 D78 D79 D80 D81 D82 D83 D84 D85 D86 D87 D88 D89 D90 D91 D92 D93 D94 D95 D96 D97 D98 D99 D100 D101 D102 D103 D104 D105 D106 D107 D108 D109 D110 D111 D112 D113 D114 D115 D116"
complete -c plan -n "__fish_plan_using_subcommand compare" -f -a "PLAN G1 G2 G3 G4 G5 G6 G7 F1 F2 F3 F4 F5 F6 F7 F8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 R1 R2 R3 A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 S1 S2 S3 S4 S5 S6 I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11 I12 I13 I14 I15 I16 I17 ccac cac cpc sc gosc ndrc nda miit most moe mof mohrss mca mps mem nhc ndcpa natcm nhsa mofcom mfa mara nrra mohurd mot mct mee mnr mwr nea sasac samr sac cnipa pboc cbirc nfra nrta cplc cpd cswd nbs spc cnsa cas cma ncha acfic local spp sta cod gacc nfga gocc D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21 D22 D23 D24 D25 D26 D27 D28 D29 D30 D31 D32 D33 D34 D35 D36 D37 D38 D39 D40 D41 D42 D43 D44 D45 D46 D47 D48 D49 D50 D51 D52 D53 D54 D55 D56 D57 D58 D59 D60 D61 D62 D63 D64 D65 D66 D67 D68 D69 D70 D71 D72 D73 D74 D75 D76 D77 D78 D79 D80 D81 D82 D83 D84 D85 D86 D87 D88 D89 D90 D91 D92 D93 D94 D95 D96 D97 D98 D99 D100 D101 D102 D103 D104 D105 D106 D107 D108 D109 D110 D111 D112 D113 D114 D115 D116"
complete -c plan -n "__fish_plan_using_subcommand template" -f -a "plan overlay"
complete -c plan -n "__fish_plan_using_subcommand schema" -f -a "plan overlay"
complete -c plan -n "__fish_plan_using_subcommand completions" -f -a "bash elvish fish powershell zsh"
complete -c plan -n "__fish_plan_using_subcommand help" -f -a "search who show list matrix compare check diff export import template new config schema completions man help ssh sheets"
