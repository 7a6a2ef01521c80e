import { buildSchema, parse, specifiedRules, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { CLIENT_CLASSES, folderOf } from '../contract/client-class';
import { Finding } from './finding';
import { hasDirective, readSubgraph, SubgraphSdl } from './subgraph';

/** A registered operation with the folder it lies in, which says for which class of clients it is. */
export interface OperationFile {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

/** Registered operations fit the client's view and lie under a class of clients; the public's ask nothing personal. */
export function checkOperations(
  files: readonly OperationFile[],
  api: string,
  subgraphs: readonly SubgraphSdl[],
): Finding[] {
  const schema = buildSchema(api);
  const personal = personalFields(subgraphs);
  return files.flatMap(({ folder, name, text }) => {
    const fault = (rule: string, message: string): Finding => ({
      rule,
      coordinate: `operations/${folder}/${name}`,
      message,
    });
    const classes = CLIENT_CLASSES.map(folderOf);
    if (!classes.includes(folder))
      return [fault('operation-class', `Move it below one of ${classes.join(', ')}.`)];
    const document = parse(text);
    const errors = validate(schema, document, specifiedRules);
    if (errors.length > 0) return errors.map(({ message }) => fault('operation-invalid', message));
    if (folder !== folderOf('PUBLIC')) return [];
    const asked = new Set<string>();
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => {
          asked.add(`${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`);
        },
      }),
    );
    return [...asked]
      .filter((coordinate) => personal.has(coordinate))
      .map((coordinate) => fault('operation-personal', `Leave out ${coordinate}: it is personal.`));
  });
}

function personalFields(subgraphs: readonly SubgraphSdl[]): ReadonlySet<string> {
  const members = subgraphs.flatMap((subgraph) => [...readSubgraph(subgraph).members.values()]);
  return new Set(
    members.filter((member) => hasDirective(member, 'personal')).map(({ coordinate }) => coordinate),
  );
}
