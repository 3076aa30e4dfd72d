/**
 * The one style of every report. Colours come in pairs that keep a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), which a test
 * computes from this text; dark ones are for screens alone, so paper is always light. It holds no `<`, `>` or `&`: text of an
 * HTML `style` element is not unescaped.
 */
export const style = `:root {
  color-scheme: light;
  --page: #ffffff; --surface: #f0f2f4; --text: #1b1b1b; --muted: #4f555e; --line: #81878d; --link: #00558f;
  --open: #8b0a03; --on-open: #fdeceb;
  --refused: #6b1573; --on-refused: #f8eafa;
  --not-reviewed: #5a4600; --on-not-reviewed: #fbf3d0;
  --not-applicable: #3d4551; --on-not-applicable: #e9edf1;
  --not-a-finding: #17501d; --on-not-a-finding: #e4f5e3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #17191c; --surface: #25292e; --text: #f0f2f4; --muted: #c3c8ce; --line: #858b92; --link: #8cc4f5;
    --open: #ffbdb5; --on-open: #4d1310;
    --refused: #eebcf4; --on-refused: #42174a;
    --not-reviewed: #f7df8b; --on-not-reviewed: #3d3000;
    --not-applicable: #d3dae2; --on-not-applicable: #333b45;
    --not-a-finding: #aee6b0; --on-not-a-finding: #12391a;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0.5rem 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.25rem; line-height: 1.3; border-bottom: 1px solid var(--line); }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1.05rem; }
p { margin: 0.5rem 0; max-width: 60rem; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: 0.875em; }
bdi { white-space: pre-wrap; }
bdi, code { overflow-wrap: anywhere; }
p.marking { margin: 0; max-width: none; text-align: center; font-weight: bold; }
.muted { color: var(--muted); }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2rem; align-items: start; }
.sign { grid-template-columns: 3fr 3fr 2fr 4fr; gap: 1rem; margin: 0.25rem 0 0.5rem; }
.signed { margin-top: 1.25rem; }
.sign dd { min-height: 2.2em; padding-top: 0.6em; border-bottom: 1px solid var(--text); }
.clause { padding-left: 1.5em; text-indent: -1.5em; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.2rem 0; }
.verdict { margin: 0.75rem 0; padding: 0.75rem 1rem; border: 2px solid; border-left-width: 0.75rem; }
.verdict p { margin: 0.25rem 0; }
.status { display: inline-block; white-space: nowrap; padding: 0 0.4rem; border: 1px solid; font-weight: bold; }
.verdict .status { font-size: 1.25rem; }
.open { color: var(--open); background: var(--on-open); }
.refused { color: var(--refused); background: var(--on-refused); }
.not-reviewed { color: var(--not-reviewed); background: var(--on-not-reviewed); }
.not-applicable { color: var(--not-applicable); background: var(--on-not-applicable); }
.not-a-finding { color: var(--not-a-finding); background: var(--on-not-a-finding); }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
dt { color: var(--muted); }
dd, dd p { margin: 0; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
.wide { min-width: 56rem; }
.middle { min-width: 34rem; }
caption { padding: 0.25rem 0; text-align: left; font-weight: bold; }
th, td { padding: 0.35rem 0.5rem; border: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: normal; }
thead th { background: var(--surface); }
tbody th { font-weight: normal; }
.connectors, .advised, .evidence, .failing, .hosts, .messages, .reasons, .rules { table-layout: fixed; }
table[class] bdi, table[class] code { overflow-wrap: break-word; }
.connectors th:nth-child(1) { width: 24%; } .connectors th:nth-child(2) { width: 16%; } .connectors th:nth-child(4) { width: 12%; }
.advised th:nth-child(1) { width: 22%; } .advised th:nth-child(2) { width: 32%; } .advised th:nth-child(4) { width: 11%; }
.failing th:nth-child(1) { width: 25%; } .failing th:nth-child(2) { width: 25%; }
.evidence th:nth-child(2) { width: 19%; } .evidence th:nth-child(3) { width: 15%; } .evidence th:nth-child(4) { width: 11%; }
.rules th:nth-child(1) { width: 45%; } .rules th:nth-child(2) { width: 16%; }
.messages th:nth-child(1) { width: 11%; }
.reasons th:nth-child(1) { width: 16%; } .reasons th:nth-child(2) { width: 42%; }
.id { white-space: nowrap; }
.notes { padding-left: 0; list-style: none; }
td p, th p { margin: 0.15rem 0; }
td ul { margin: 0; padding-left: 1.1rem; }
svg { display: block; width: 100%; min-width: 6rem; }
rect { fill: currentColor; }
.bar { background: var(--page); }
footer { margin-top: 2rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
@media screen and (max-width: 40rem) {
  dl, .sign { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.5rem; }
  table, caption, thead, tbody, tr, tbody th, td { display: block; }
  table[class] { min-width: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin-bottom: 0.5rem; border: 1px solid var(--line); }
  table[class] th:nth-child(n), td { width: auto; border: 0; }
  .failing td:nth-child(3)::before { content: "What to do: "; font-weight: bold; }
  .evidence td:nth-child(3)::before { content: "Connector records: "; }
  .evidence td:nth-child(4)::before { content: "Strength: "; }
}
@media (forced-colors: active) { rect { fill: CanvasText; } }
@page { margin: 0.75in 0.6in;
  @top-center { font: bold 9pt Arial, sans-serif; }
  @bottom-center { font: bold 9pt Arial, sans-serif; }
  @bottom-left { font: 8pt Arial, sans-serif; }
  @bottom-right { font: 8pt Arial, sans-serif; content: "Page " counter(page) " of " counter(pages); } }
@media print {
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.3; }
  h1 { margin-top: 0; font-size: 14pt; }
  h2 { font-size: 11pt; }
  h3 { margin-top: 0.75rem; font-size: 9pt; }
  p, ul, dl { margin-top: 0.3rem; margin-bottom: 0.3rem; }
  dl { grid-template-columns: minmax(5rem, max-content) 1fr; gap: 0.1rem 0.75rem; }
  .verdict { margin: 0.5rem 0; padding: 0.3rem 0.75rem; }
  .verdict .status { font-size: 11pt; }
  th, td { padding: 0.2rem 0.4rem; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, caption { break-after: avoid; }
  h2 { margin-top: 0.9rem; }
  thead { display: table-header-group; }
  tr, .verdict, dt, dd { break-inside: avoid; }
  .scroll { overflow: visible; margin: 0.4rem 0; }
  section + section[aria-labelledby^="connectors"] { break-before: page; }
  section[aria-labelledby^="connectors"] + section[aria-labelledby^="connectors"] { break-before: auto; }
  .sign { grid-template-columns: 3fr 3fr 2fr 4fr; gap: 1rem; break-inside: avoid; }
  .signed { margin-top: 1rem; break-after: avoid; }
  .wide, .middle { min-width: 0; }
  table { font-size: 7.75pt; }
  p { orphans: 3; widows: 3; }
  /* The margin boxes have it. Chromium knows them as long as this property; Firefox knows the property alone. */
  @supports (font-variant-emoji: text) and (not (-moz-appearance: none)) { .marking:not(.long) { display: none; } }
  /* Firefox repeats on every page what is fixed, and the padding that makes room for it. */
  @supports (-moz-appearance: none) {
    body { padding: 1.6em 0; box-decoration-break: clone; }
    .marking:not(.long) { position: fixed; left: 0; right: 0; }
    header .marking { top: 0; }
    footer .marking { bottom: 0; }
  }
  .status, .verdict, rect, .bar, thead th { print-color-adjust: exact; }
}
`;

/** What the content security policy allows: the style above, told by its SHA-256. A test computes it anew. */
export const styleHash = 'sha256-GbN9GTCx0Pr1CC3UuqgRQPKJIJ3ATmD1vrSh4ZlLzm8=';
