import type { CodeForm } from '../input/code-forms';
import { InputCheck } from '../input/input-check';
import type { ReferenceResolver } from './agency-schema';

/** Reference of another agency's entity by its random id: the owner alone can tell whether it exists. */
export const byId: ReferenceResolver = ({ id }) => {
  new InputCheck().id(['id'], String(id)).done();
  return { id: String(id) };
};

/** Reference of a code list's entry by its official code. */
export function byCode(form: CodeForm): ReferenceResolver {
  return ({ code }) => {
    new InputCheck().codes(['code'], String(code), ...form).done();
    return { code: String(code) };
  };
}
