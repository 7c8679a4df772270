/** How the page of a copy looks: on paper, whatever the theme; what is pinned, found and chosen in it is lit up by the viewer. */
export const PAGE_STYLE = `
html { color-scheme: light; background: #fff; color: #1d1b18; }
body { max-width: 46rem; margin: 0 auto; padding: 20px 24px 60px; font: 1rem/1.55 Georgia, serif; overflow-wrap: anywhere; }
body:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.2em 0 0.5em; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 3px solid #c9c3b7; }
table { border-collapse: collapse; margin: 1em 0; font-size: 0.9375rem; }
td, th { border: 1px solid #c9c3b7; padding: 4px 8px; text-align: start; vertical-align: top; }
th { background: #f3f0e9; }
caption, figcaption { color: #5b564e; font-size: 0.875rem; text-align: start; padding: 4px 0; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; }
nav, header, footer, aside { color: #5b564e; font-size: 0.9375rem; }
a { text-decoration: underline; text-decoration-color: #b9cde0; }
::highlight(copy-pinned) { background-color: #cfe8dc; color: #1d1b18; text-decoration: underline; text-decoration-color: #1a7350; text-decoration-thickness: 2px; }
::highlight(copy-others) { background-color: #e8eff6; color: #1d1b18; }
::highlight(copy-found) { background-color: #fdf3e1; color: #1d1b18; }
::highlight(copy-now) { background-color: #f5c451; color: #1d1b18; }
::highlight(copy-caret) { background-color: #1f4e79; color: #fff; }
@media (prefers-contrast: more) { td, th { border-color: #1d1b18; } }
`;
