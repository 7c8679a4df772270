/** How a report page looks: light or dark as its reader has it, on a phone, on paper; colours and lines of the ratings are the program's. */
export const REPORT_STYLE = `
:root { color-scheme: light dark;
--paper: #fbfaf7; --card: #ffffff; --wash: #f3f0e9; --ink: #1d1b18; --ink-2: #5b564e; --rule: #e7e3da; --accent: #1f4e79; --accent-rule: #b9cde0;
--absurd: #8c1146; --false: #b3261e; --mostly-false: #a84c12; --mixed: #885a00; --mostly-true: #4f6f16; --true: #1a7350; --unproven: #6d4fa3; --open: #586474;
--warn: #7a5200; --warn-wash: #fdf3e1; --bad-wash: #fbeae8; --good-wash: #e6f3ed; --ui: system-ui, sans-serif; --text: "Source Serif 4", Georgia, "Noto Serif", serif; }
@media (prefers-color-scheme: dark) { :root {
--paper: #161513; --card: #1d1c1a; --wash: #282622; --ink: #ece8e0; --ink-2: #b9b3a8; --rule: #34312c; --accent: #8fbce6; --accent-rule: #3b5770;
--absurd: #ff9cc0; --false: #f28b82; --mostly-false: #f0a070; --mixed: #d9b04a; --mostly-true: #a9c56a; --true: #6fcf9f; --unproven: #b9a2e3; --open: #9fb0c3;
--warn: #e6c47a; --warn-wash: #362c16; --bad-wash: #3a2220; --good-wash: #1b3127; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--ui); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font: 700 clamp(1.6rem, 5vw, 2.3rem)/1.2 var(--text); margin: 0.3em 0 0.4em; max-width: 40rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 1rem; }
h4 { font-size: 0.8125rem; margin: 1rem 0 0.25rem; color: var(--ink-2); }
p { margin: 0.4em 0; }
ul, ol { padding-inline-start: 1.4rem; margin: 0.4em 0; }
code { font-size: 0.85em; overflow-wrap: anywhere; }
blockquote { margin: 0.5em 0; padding-inline-start: 0.9em; border-inline-start: 3px solid var(--rule); font-family: var(--text); white-space: pre-line; }
.small { font-size: 0.8438rem; color: var(--ink-2); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; background: var(--card); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { top: 0.5rem; }
.kicker { font-size: 0.875rem; font-weight: 600; color: var(--accent); margin: 0; }
nav ul, .tally, .beside, .evidence, .checks, .cards, .chain, .ratings, .changes { list-style: none; padding: 0; }
nav ul, .tally { display: flex; flex-wrap: wrap; gap: 0.35rem 1.1rem; margin: 0.8rem 0; }
.block { display: grid; grid-template-columns: minmax(0, 40rem) minmax(0, 1fr); column-gap: 2rem; }
.block > :first-child { font-family: var(--text); font-size: 1.125rem; line-height: 1.85; }
.block figure { margin: 0.8em 0; } .block figcaption, .credit { font-size: 0.9em; color: var(--ink-2); }
.picture { border: 1px dashed var(--rule); padding: 1rem; color: var(--ink-2); font-family: var(--ui); font-size: 0.9rem; }
.beside { font-size: 0.8125rem; padding-block-start: 0.9rem; } .beside a { text-decoration: none; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.95rem; } td, th { border: 1px solid var(--rule); padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-color: var(--look, var(--open)); text-decoration-thickness: min(var(--weight, 2px), var(--most, 4px)); text-underline-offset: 4px; text-decoration-skip-ink: none; padding-block-end: 4px; border-radius: 2px; }
a.to { color: inherit; text-decoration: none; } a.to:hover mark { background: var(--wash); }
mark.level-1 { --most: 2px; text-underline-offset: 8px; padding-block-end: 8px; }
mark.level-2 { --most: 2px; text-underline-offset: 12px; padding-block-end: 12px; }
mark.level-3 { --most: 1px; text-underline-offset: 14.5px; padding-block-end: 14px; }
mark:target { background: var(--warn-wash); }
.number { font: 600 0.6875rem/1 var(--ui); vertical-align: super; text-decoration: none; padding: 0.15rem 0.3rem; margin-inline: 0.1rem 0.15rem; border-radius: 4px; background: var(--wash); }
.absurd { --look: var(--absurd); } .false { --look: var(--false); } .mostly-false { --look: var(--mostly-false); } .mixed { --look: var(--mixed); }
.mostly-true { --look: var(--mostly-true); } .true { --look: var(--true); } .unproven { --look: var(--unproven); } .open { --look: var(--open); } .uncheckable { --look: var(--ink-2); }
mark.absurd, mark.mixed { text-decoration-style: double; } mark.mostly-false, mark.mostly-true { text-decoration-style: dashed; }
mark.unproven { text-decoration-style: wavy; } mark.open, mark.changed { text-decoration-style: dotted; }
mark.absurd, mark.mostly-false, mark.open, mark.changed { --weight: 3px; } mark.false { --weight: 3.5px; } mark.mixed, mark.mostly-true, mark.unproven { --weight: 1.5px; } mark.uncheckable { --weight: 1px; }
.number, .outcome, .outcome strong { color: var(--look); }
.outcome::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; border: 2px solid var(--look); background: var(--look); border-radius: 2px; margin-inline-end: 0.4em; }
p > .outcome { display: inline-block; }
.outcome.open::before, .outcome.uncheckable::before, .outcome.stale::before { background: none; }
.card { background: var(--card); border: 1px solid var(--rule); border-inline-start: 5px solid var(--look); border-radius: 10px; padding: 0.9rem 1.1rem; margin: 0 0 1.1rem; max-width: 46rem; }
.card:target, .sources > :target { outline: 3px solid var(--accent-rule); outline-offset: 2px; }
.card h3 { font: 600 1.0625rem/1.4 var(--text); margin: 0 0 0.4rem; } .card h3 [dir] { white-space: pre-line; }
.place { font: 600 0.8125rem/1 var(--ui); color: var(--ink-2); margin-inline-end: 0.5em; }
.scale { display: flex; flex-wrap: wrap; gap: 0.3rem; list-style: none; padding: 0; margin: 0.4rem 0; font-size: 0.75rem; color: var(--ink-2); }
.scale li { border: 1px solid var(--rule); border-radius: 6px; padding: 0.15rem 0.5rem; }
.scale [aria-current] { border: 2px solid var(--look); color: var(--look); font-weight: 700; }
.chain li + li { margin-inline-start: 1.2rem; }
details { margin: 0.8rem 0 0; } summary { font-size: 0.8125rem; font-weight: 700; color: var(--ink-2); cursor: pointer; }
.evidence > li { border-block-start: 1px solid var(--rule); padding-block: 0.6rem; }
.stance { font-size: 0.75rem; font-weight: 700; border-radius: 4px; padding: 0.1rem 0.45rem; background: var(--wash); color: var(--ink-2); }
.stance.supports { background: var(--good-wash); color: var(--true); } .stance.refutes { background: var(--bad-wash); color: var(--false); }
.address a { overflow-wrap: anywhere; }
.checks { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; font-size: 0.8125rem; color: var(--ink-2); margin-block-start: 0.8rem; }
.back { font-size: 0.8125rem; }
.warn { background: var(--warn-wash); color: var(--warn); border-radius: 6px; padding: 0.25rem 0.6rem; font-size: 0.875rem; }
.retracted { background: var(--bad-wash); border: 2px solid var(--false); border-radius: 10px; padding: 0.8rem 1.1rem; margin: 1rem 0; }
.sources > li, .changes > li { margin-block: 0.8rem; } .ratings li { margin-block: 0.2rem; }
footer { margin-block-start: 3rem; border-block-start: 1px solid var(--rule); padding-block-start: 1rem; }
@media (max-width: 46rem) { .block { grid-template-columns: minmax(0, 1fr); } .beside { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; padding: 0; margin: 0 0 0.6rem; } }
@media (prefers-contrast: more) { :root { --rule: var(--ink-2); } }
@media print { :root { color-scheme: light; } html { background: none; font-size: 10.5pt; } body { max-width: none; padding: 0; } nav, .skip, .back { display: none; }
.card { break-inside: avoid-page; } .card, h2, h3 { break-after: auto; } h2, h3 { break-after: avoid; } a { color: inherit; } summary { list-style: none; } }
@media (forced-colors: active) { mark { text-decoration-color: LinkText; } .card { border-inline-start-color: CanvasText; } }
`;
