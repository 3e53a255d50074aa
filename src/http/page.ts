/** The few HTML pages of the service: no script, one style sheet of our own, nothing from elsewhere. */

export const STYLE_SHEET = `
:root { color-scheme: light dark; }
body { font-family: "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; line-height: 1.7; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #8888; padding: .3rem .6rem; text-align: left; vertical-align: top; }
code, pre { font-family: ui-monospace, monospace; } pre { overflow-x: auto; padding: .6rem; border: 1px solid #8888; }
.verdict { font-size: 1.6rem; font-weight: bold; padding: .5rem 1rem; border-left: .5rem solid; }
.genuine { border-color: #1a7f37; } .voided { border-color: #b54708; } .unknown { border-color: #b42318; }
`;

/** Text made safe for HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

type PageOptions = {
  title: string;
  /** HTML that is safe already. */
  body: string;
  /** From the page to the first path of the service: a proxy may show the service below a path of its own. */
  home: './' | '../';
};

/** A whole page. Its links are relative. */
export function htmlPage({ title, body, home }: PageOptions): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="${home}assets/page.css"></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}
