namespace Hnn.Jupyter.Export;

/// <summary>The style sheet of a page: readable lines, light and dark as the reader's system has it, narrow screens too.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ground: #fff; --ink: #1c2024; --soft: #5b6470; --line: #dde1e6; --box: #f5f6f8; --link: #0b5cad; --fault: #b3261e;
          --k: #0b50b0; --s: #a3311f; --c: #52703d; --n: #0a6b58; --p: #6b6f76; --m: #6c4a1e; --t: #1f6f86; }
        @media (prefers-color-scheme: dark) { :root { --ground: #16181b; --ink: #e3e6ea; --soft: #9aa3ad; --line: #33383f; --box: #1f2226; --link: #7db8f5; --fault: #ff8a80;
          --k: #7fb2ff; --s: #f0a08c; --c: #93b87a; --n: #7fd1bd; --p: #9aa0a8; --m: #e2c08d; --t: #74c5dc; } }
        * { box-sizing: border-box; }
        html { background: var(--ground); color: var(--ink); font: 17px/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%; }
        body { margin: 0; }
        main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        .text > :not(table, pre) { max-width: 44rem; }
        h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .6em; }
        h1 { font-size: 2rem; margin-top: 0; } h2 { font-size: 1.45rem; } h3 { font-size: 1.15rem; }
        p, ul, ol { margin: .8em 0; }
        a { color: var(--link); }
        blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--soft); }
        code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .85em; }
        pre code { font-size: 1em; }
        :not(pre) > code { background: var(--box); padding: .1em .3em; border-radius: 4px; }
        pre { margin: 0; overflow-x: auto; line-height: 1.5; tab-size: 4; }
        .text pre, .source { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: .75em 1em; }
        .code { margin: 1.25rem 0; }
        .output { margin: .6em 0; overflow-x: auto; }
        pre.output { padding: 0 1em; white-space: pre-wrap; }
        .stderr { color: var(--soft); }
        .error { color: var(--fault); border-left: 3px solid var(--fault); white-space: pre-wrap; }
        img { max-width: 100%; height: auto; }
        .output > img { background: #fff; border-radius: 4px; }
        table { border-collapse: collapse; font-size: .9em; display: block; overflow-x: auto; max-width: 100%; font-variant-numeric: tabular-nums; }
        th, td { border: 1px solid var(--line); padding: .3em .7em; text-align: start; vertical-align: top; }
        th { background: var(--box); }
        .k { color: var(--k); } .s { color: var(--s); } .c { color: var(--c); font-style: italic; } .n { color: var(--n); } .p { color: var(--p); } .m { color: var(--m); } .t { color: var(--t); }
        @media (max-width: 40rem) { html { font-size: 16px; } main { padding: 1.25rem .9rem 3rem; } h1 { font-size: 1.6rem; } .text pre, .source { padding: .6em .7em; } }
        @media print { main { max-width: none; padding: 0; } pre { white-space: pre-wrap; } }

        """;
}
