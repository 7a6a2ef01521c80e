import { DEMO_LOGINS } from '@simpul/schema/demo/logins';

/** Nothing of the page runs or comes from elsewhere; its form may lead back to the explorer. */
export const SIGN_IN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
      button { display: block; width: 100%; margin: 0.4rem 0; padding: 0.6rem 0.8rem; text-align: left; font: inherit;
        border: 1px solid #888; border-radius: 0.4rem; background: #fff; cursor: pointer; }
      button:hover, button:focus { background: #eef; }
      code { font-weight: 600; }`;

/** The page on which people choose who they are. */
export function signInPage(uid: string): string {
  const buttons = DEMO_LOGINS.map(
    ({ name, description }) =>
      `<button name="login" value="${name}"><code>${name}</code> – ${description}</button>`,
  );
  return page(
    'Who are you today?',
    `<p>Logins of the demonstration: anybody on this machine may choose any, without a password.</p>
    <form method="post" action="/sign-in/${encodeURIComponent(uid)}">
      ${buttons.join('\n      ')}
    </form>`,
  );
}

/** The page for whoever comes too late or by a wrong way. */
export function expiredPage(): string {
  return page('This sign-in is over', '<p>Go back to the explorer and sign in again.</p>');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Simpul – ${title}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <h1>${title}</h1>
    ${body}
  </body>
</html>
`;
}
