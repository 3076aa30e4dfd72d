/** What stands below the options in the help of each command. */

export const examples = `
On the Exchange server:
  Get-SendConnector | Export-Clixml send-connectors.xml

Then here:
  exchange-stig evaluate send-connectors.xml --host EDGE01 --out-dir artifacts
  exchange-stig inspect send-connectors.xml

Exit codes: 0 not a finding, 1 open, 2 not reviewed, 3 failed, 4 a bug.
"exchange-stig help codes" explains the [code] at the end of a message.`;

export const inspectExamples = `
Examples:
  exchange-stig inspect send-connectors.xml
  exchange-stig inspect send-connectors.csv --json

Exit codes: 0 read, 3 something could not be read, 4 a bug.`;

export const siteTemplateExamples = `
Examples:
  exchange-stig site-template send-connectors.xml --host EDGE01 --out site.json
  exchange-stig site-template send-connectors.xml \\
    --stig MS_Exchange_2019_Mailbox_Server_STIG --out site.json

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;

export const convertExamples = `
Examples:
  exchange-stig convert edge01.ckl --to cklb --out edge01.cklb
  exchange-stig convert arf.xml --to cklb --all-results --out-dir checklists

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;

export const validateExamples = `
Examples:
  exchange-stig validate artifacts/*
  exchange-stig validate edge01.ckl --importer stig-manager

Exit codes: 0 no problems (notices do not count), 1 something would be refused
or dropped (or --fail-on-warning and a warning), 3 a file could not be read,
4 a bug.`;

export const updateExamples = `
Examples:
  exchange-stig update edge01.ckl --benchmark V2R2.zip --out edge01-v2r2.ckl
  exchange-stig update edge01.cklb --benchmark V2R2.zip --out new.cklb \\
    --report report.txt --reset-changed

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;

export const evaluateExamples = `
Examples:
  exchange-stig evaluate send-connectors.xml --host EDGE01 \\
    --fqdn edge01.example.mil --ip 192.0.2.10 --out-dir artifacts
  exchange-stig evaluate send-connectors.xml --host EDGE01 \\
    --into edge01.ckl --dry-run

Exit codes: 0 not a finding (or not applicable), 1 open, 2 not reviewed (or
--fail-on-warning and a warning), 3 failed and wrote nothing, 4 a bug.`;
