import { html } from 'hono/html';
import type { JsonSchema, OpenApi } from './document.ts';
import { notation, type Part } from './notation.ts';

type Html = ReturnType<typeof html>;
type Described = OpenApi['paths'][string][string];

const schemaId = (name: string): string => `schema-${name}`;

const shown = (parts: readonly Part[]): Html =>
  html`<pre><code>${parts.map((part) =>
    typeof part === 'string' ? part : html`<a href="#${schemaId(part.name)}">${part.name}</a>`,
  )}</code></pre>`;

interface Content {
  readonly [type: string]: { readonly schema?: JsonSchema };
}

/** Each content type, those without a schema in one line. */
function bodies(content: Content): Html {
  const bare = Object.entries(content).filter(([, { schema }]) => !schema);
  const full = Object.entries(content).filter(([, { schema }]) => schema);
  return html`${bare.length > 0 ? html`<p><code>${bare.map(([type]) => type).join(', ')}</code></p>` : ''}
${full.map(([type, { schema }]) => html`<p><code>${type}</code></p>${shown(notation(schema ?? {}))}`)}`;
}

function responses(list: Described['responses']): Html {
  const problems = Object.entries(list).filter(([, each]) => '$ref' in each);
  const replies = Object.entries(list).filter(([, each]) => !('$ref' in each));
  return html`${replies.map(
    ([status, reply]) => html`<h4>${status} ${String(reply.description)}</h4>
${reply.content ? bodies(reply.content as Content) : ''}`,
  )}
<p>Problems: ${problems.map(([status]) => html`<code>${status}</code> `)}as
<a href="#${schemaId('Problem')}">Problem</a></p>`;
}

function operation(path: string, method: string, each: Described): Html {
  const [auth] = Object.keys(each.security?.[0] ?? {});
  return html`<details id="${method}${path}">
<summary><b class="${method}">${method}</b> <code>${path}</code> <span>${each.summary}</span></summary>
${auth ? html`<p>Needs <a href="#auth-${auth}">${auth}</a></p>` : ''}
${
  each.parameters
    ? html`<table><thead><tr><th>Parameter</th><th>In</th><th>What</th></tr></thead><tbody>
${each.parameters.map(
  (one) => html`<tr><td><code>${one.name}</code>${one.required ? '' : ' (optional)'}</td><td>${one.in}</td>
<td>${one.description ?? ''} <code>${notation(one.schema).map((part) => (typeof part === 'string' ? part : part.name))}</code></td></tr>`,
)}</tbody></table>`
    : ''
}
${each.requestBody ? html`<h4>Body</h4>${bodies(each.requestBody.content as Content)}` : ''}
${responses(each.responses)}
</details>`;
}

/** The description as a page: made here, without a script and without anything inline. */
export function docsPage(document: OpenApi): Html {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ path, method, each, tag: each.tags[0] ?? '' })),
  );
  const tags = [...new Set(all.map(({ tag }) => tag))];
  const auths = Object.entries(document.components.securitySchemes) as [string, JsonSchema][];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<header>
<h1>${document.info.title} API</h1>
<p>Everything that this server answers, made from the schemas that it checks requests and answers with.
The same for programs: <a href="/openapi.json">openapi.json</a>.</p>
<nav>${tags.map((tag) => html`<a href="#${tag}">${tag}</a> `)}<a href="#schemas">Schemas</a></nav>
</header>
<main>
<section>
<h2>Credentials</h2>
<dl>${auths.map(
    ([name, each]) => html`<dt id="auth-${name}">${name}</dt><dd>${String(each.description)}</dd>`,
  )}</dl>
</section>
${tags.map(
  (tag) => html`<section>
<h2 id="${tag}">${tag}</h2>
${all.filter((one) => one.tag === tag).map(({ path, method, each }) => operation(path, method, each))}
</section>`,
)}
<section>
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components.schemas).map(
  ([name, schema]) => html`<h3 id="${schemaId(name)}">${name}</h3>${shown(notation(schema))}`,
)}
</section>
</main>
</body>
</html>`;
}
