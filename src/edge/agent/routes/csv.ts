/** A cell that a spreadsheet takes as text: what looks like a formula gets an apostrophe before it. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** `text/csv` (RFC 4180) as a download, with a header line. */
export function csv(
  name: string,
  columns: readonly string[],
  lines: readonly (readonly (string | number)[])[],
): Response {
  const body = [columns, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="kenal-${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
