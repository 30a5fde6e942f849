/** Nothing but the files beside it may be loaded, nothing may be sent, and no script may stand in the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** `report.html`: an empty page that loads the viewer beside it. */
export const reportPage = (language: 'zh-CN' | 'en', title: string, withoutScript: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="report/viewer.css">
</head>
<body>
<div id="report"></div>
<noscript>${withoutScript}</noscript>
<script src="report/viewer.js"></script>
</body>
</html>
`
