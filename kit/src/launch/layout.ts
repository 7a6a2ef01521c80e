import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../postgres/cannot-start';

/** What the launcher knows of an agency: where its programs are. Everything else follows from its folder's name. */
export interface AgencyPrograms {
  /** The folder's name, e.g. `labor-office`. */
  readonly name: string;
  /** The process that serves. */
  readonly main: string;
  /** The process that loads its part of the demonstration population, if it has one. */
  readonly demo: string | undefined;
  /** Configuration keys of the development keys that each of the two is to get, and nobody else. */
  readonly servesWith: readonly string[];
  readonly loadsWith: readonly string[];
  /** The module that lists its files of secrets, if it has any. */
  readonly secrets: string | undefined;
  /** The agency that keeps the heads of its audit. */
  readonly witness: string | undefined;
}

/** What an agency's package.json says, built or not. */
export type AgencyWishes = Pick<AgencyPrograms, 'name' | 'servesWith' | 'loadsWith' | 'witness'>;

const wishes = z.array(z.string()).default([]);

/** What an agency's package.json says to the launcher. */
const packageSchema = z.looseObject({
  simpul: z
    .strictObject({ 'serves-with': wishes, 'loads-with': wishes, witness: z.string().optional() })
    .default({ 'serves-with': [], 'loads-with': [] }),
});

/** The programs of a house. */
export interface HousePrograms {
  readonly agencies: readonly AgencyPrograms[];
  readonly gateway: string;
  /** The development issuer. */
  readonly issuer: string;
}

/** The checkout that this file was built in. */
export const HOUSE_ROOT = path.resolve(__dirname, '..', '..', '..');

/** Finds what is built under a root: every folder of `subgraphs` with a `dist/main.js` is an agency. */
export function findPrograms(root: string): HousePrograms {
  const agencies = findWishes(root).map((agency) => ({
    ...agency,
    ...programsIn(path.join(root, 'subgraphs', agency.name, 'dist')),
  }));
  const gateway = path.join(root, 'gateway', 'dist', 'main.js');
  const issuer = path.join(root, 'kit', 'dist', 'issuer', 'main.js');
  const missing = [...agencies.map(({ main }) => main), gateway, issuer].filter((file) => !existsSync(file));
  if (missing.length > 0 || agencies.length === 0) {
    const files = missing.map((file) => path.relative(root, file)).join(', ');
    throw new CannotStart(`Not everything is built (${files || 'no agency'}). Run: npm run build`);
  }
  return { agencies, gateway, issuer };
}

/** The agencies under a root, built or not, and the keys that they are to get. */
export function findWishes(root: string): AgencyWishes[] {
  const subgraphs = path.join(root, 'subgraphs');
  return (existsSync(subgraphs) ? readdirSync(subgraphs) : [])
    .filter((name) => existsSync(path.join(subgraphs, name, 'package.json')))
    .map((name) => ({ name, ...wishesIn(path.join(subgraphs, name, 'package.json')) }));
}

function programsIn(dist: string): Pick<AgencyPrograms, 'main' | 'demo' | 'secrets'> {
  const ifBuilt = (...file: string[]): string | undefined => {
    const name = path.join(dist, ...file);
    return existsSync(name) ? name : undefined;
  };
  return {
    main: path.join(dist, 'main.js'),
    demo: ifBuilt('seed', 'demo.main.js'),
    secrets: ifBuilt('secrets.js'),
  };
}

function wishesIn(file: string): Omit<AgencyWishes, 'name'> {
  const { simpul } = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    servesWith: simpul['serves-with'],
    loadsWith: simpul['loads-with'],
    witness: simpul.witness,
  };
}

/** The end of an environment key about an agency: `labor-office` is `LABOR_OFFICE`. */
export function keyOf(agency: string): string {
  return agency.replaceAll('-', '_').toUpperCase();
}
