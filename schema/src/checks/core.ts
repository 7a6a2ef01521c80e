import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { Finding } from './finding';

/** Every field that the users' questions need is in the client's view; `core` has one `Type.field` a line. */
export function checkCore(api: string, core: string): Finding[] {
  const types = buildSchema(api).getTypeMap();
  return core
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .filter((coordinate) => {
      const [typeName = '', field = ''] = coordinate.split('.');
      const type = types[typeName];
      return !((isObjectType(type) || isInterfaceType(type)) && field in type.getFields());
    })
    .map((coordinate) => ({
      rule: 'core',
      coordinate,
      message: 'A question of the users needs it; build it.',
    }));
}
