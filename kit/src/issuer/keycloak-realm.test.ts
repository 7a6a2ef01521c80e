import { readFileSync } from 'node:fs';
import path from 'node:path';
import { realmFaults } from './keycloak-realm';

const FILE = path.join(__dirname, '../../../deploy/keycloak/simpul-realm.json');
const text = readFileSync(FILE, 'utf8');

it('finds nothing wrong with the realm of docker-compose', () => {
  expect(realmFaults(JSON.parse(text))).toEqual([]);
});

it.each([
  ['an unknown key', '"enabled": true', '"enabeld": true, "enabled": true', /Unrecognized key/],
  [
    'another audience',
    '"included.custom.audience": "simpul"',
    '"included.custom.audience": "account"',
    /audience/,
  ],
  ['a role that nobody knows', '"name": "HEAD"', '"name": "CHIEF"', /roles/],
  ['a role too few', '"name": "HEAD"', '"name": "STEWARD"', /roles: must be those/],
  ['an office that becomes another claim', '"claim.name": "office"', '"claim.name": "bureau"', /office/],
  [
    'tokens without their type',
    '"access.token.header.type.rfc9068": "true"',
    '"access.token.header.type.rfc9068": "false"',
    /rfc9068/,
  ],
  ['long-lived tokens', '"accessTokenLifespan": 300', '"accessTokenLifespan": 3600', /accessTokenLifespan/],
  ['an explorer without proof keys', '"pkce.code.challenge.method": "S256",', '', /explorer/],
  [
    'passwords sent by programs',
    '"directAccessGrantsEnabled": false',
    '"directAccessGrantsEnabled": true',
    /directAccess/,
  ],
  [
    'a service account of another client',
    '"serviceAccountClientId": "service-province"',
    '"serviceAccountClientId": "explorer"',
    /service-province/,
  ],
])('finds %s', (_, was, is, fault) => {
  expect(text).toContain(was);
  expect(realmFaults(JSON.parse(text.replace(was, is))).join('\n')).toMatch(fault);
});
