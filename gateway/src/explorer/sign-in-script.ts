import { PURPOSES } from '@simpul/schema/contract/identity';

/** How people sign in: whose page they are led to, and as which client. */
export interface SignIn {
  readonly issuer: string;
  readonly client: string;
}

/**
 * Runs in the browser, before GraphiQL: signs in by code and proof key, keeps the token for as long as the tab is open, and
 * sends it along with every request to the graph and to nobody else.
 */
const SCRIPT = `(({ issuer, client, purposes }) => {
  const PURPOSE = 'simpul.purpose';
  const store = new oidc.WebStorageStateStore({ store: sessionStorage });
  const users = new oidc.UserManager({
    authority: issuer,
    client_id: client,
    redirect_uri: location.origin + '/graphiql/signed-in',
    scope: 'openid',
    prompt: 'login',
    userStore: store,
    stateStore: store,
    automaticSilentRenew: true,
    loadUserInfo: false,
  });
  let user = null;
  let purpose = sessionStorage.getItem(PURPOSE) ?? purposes[0];
  let explains = false;

  // GraphiQL asks for the schema by itself: who may not read it is told here, and the console stays free of refusals.
  const mayReadSchema = () => {
    if (!user) return false;
    const payload = user.access_token.split('.')[1] ?? '';
    try {
      const { roles } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
      return !Array.isArray(roles) || roles.includes('DEVELOPER');
    } catch {
      return true;
    }
  };
  const schemaRefused = () =>
    Response.json({ errors: [{ message: 'Sign in with the role DEVELOPER to read the schema.' }] });

  const plainFetch = window.fetch.bind(window);
  window.fetch = (target, options = {}) => {
    const isRequest = target instanceof Request;
    const { origin, pathname } = new URL(isRequest ? target.url : target, location.href);
    if (origin !== location.origin || pathname !== '/graphql') return plainFetch(target, options);
    if (String(options.body).includes('IntrospectionQuery') && !mayReadSchema())
      return Promise.resolve(schemaRefused());
    const headers = new Headers(options.headers ?? (isRequest ? target.headers : undefined));
    if (user && !headers.has('authorization')) headers.set('authorization', 'Bearer ' + user.access_token);
    if (user && purpose && !headers.has('x-purpose')) headers.set('x-purpose', purpose);
    if (explains && !headers.has('x-explain')) headers.set('x-explain', 'access');
    return plainFetch(target, { ...options, headers });
  };

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const say = (text) => document.querySelector('#sign-in').replaceChildren(text);
  const fail = (error) => say('Signing in failed: ' + error.message);

  const chooser = () => {
    const select = element('select', { id: 'purpose', title: 'What personal data is asked for (x-purpose)' });
    for (const name of ['', ...purposes])
      select.append(element('option', { value: name, selected: name === purpose }, name || 'no purpose'));
    select.onchange = () => {
      purpose = select.value;
      sessionStorage.setItem(PURPOSE, purpose);
    };
    return element('label', {}, 'Purpose ', select);
  };
  const explainer = () => {
    const box = element('input', { id: 'explain', type: 'checkbox', checked: explains });
    box.onchange = () => {
      explains = box.checked;
    };
    const title = 'Let the answer say why it is as it is (x-explain), in extensions.access';
    return element('label', { title }, box, ' Explain');
  };
  const draw = () => {
    const bar = document.querySelector('#sign-in');
    if (!bar) return;
    if (!user) {
      const button = element('button', { onclick: () => users.signinRedirect().catch(fail) }, 'Sign in');
      return bar.replaceChildren('Not signed in: public fields only. ', button, ' ', explainer());
    }
    const who = element('strong', {}, user.profile.preferred_username ?? user.profile.sub);
    const button = element('button', { onclick: () => users.removeUser() }, 'Sign out');
    bar.replaceChildren('Signed in as ', who, ' ', button, ' ', chooser(), ' ', explainer());
  };
  const become = (next) => {
    user = next && !next.expired ? next : null;
    draw();
  };

  users.events.addUserLoaded(become);
  users.events.addUserUnloaded(() => become(null));
  users.events.addAccessTokenExpired(() => users.removeUser());
  const isReturn = location.pathname === '/graphiql/signed-in';
  window.signedIn = isReturn
    ? users.signinRedirectCallback().then(() => location.replace('/graphiql'), fail)
    : users.getUser().then(become, fail);
})`;

/** The script of the bar above the explorer. */
export function signInScript({ issuer, client }: SignIn): string {
  return `${SCRIPT}(${JSON.stringify({ issuer, client, purposes: PURPOSES })});\n`;
}
