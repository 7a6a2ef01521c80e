import { checkOperations } from './operations';

const API = 'type Query { sheep: Sheep } type Sheep { name: String, wool: Int }';
const SUBGRAPHS = [
  {
    name: 'farm',
    sdl: `directive @personal on FIELD_DEFINITION
      type Query { sheep: Sheep } type Sheep { name: String @personal, wool: Int }`,
  },
];

const verdicts = (folder: string, text: string) =>
  checkOperations([{ folder, name: 'a.graphql', text }], API, SUBGRAPHS).map(({ rule }) => rule);

it.each([
  ['public', '{ sheep { wool } }', []],
  ['agency', '{ sheep { name wool } }', []],
  ['public', '{ sheep { wool ...F } } fragment F on Sheep { called: name }', ['operation-personal']],
  ['public', '{ sheep { shoes } }', ['operation-invalid']],
  ['agencies', '{ sheep { wool } }', ['operation-class']],
])('judges an operation for %s: %s', (folder, text, expected) => {
  expect(verdicts(folder, text)).toEqual(expected);
});
