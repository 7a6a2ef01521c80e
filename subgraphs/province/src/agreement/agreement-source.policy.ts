import type { InputCheck } from '@simpul/kit/input/input-check';
import type { SourceInput } from './agreement-source.input';

const MOST_SOURCES = 20;
const LONGEST_NAME = 200;
const WEB_ADDRESS = /^https?:\/\/[^\s]{1,500}$/;

/** Checks the sources of something to record; without one, nothing is recorded. */
export function checkSources(check: InputCheck, sources: readonly SourceInput[]): InputCheck {
  const path = ['input', 'sources'];
  check.require(
    sources.length > 0 && sources.length <= MOST_SOURCES,
    path,
    'has none, or too many.',
    `Give 1 to ${String(MOST_SOURCES)} sources.`,
  );
  sources.forEach(({ name, title, url }, index) => {
    const at = (field: string): string[] => [...path, String(index), field];
    check
      .text(at('name'), name, LONGEST_NAME)
      .text(at('title'), title, LONGEST_NAME)
      .require(
        url == null || WEB_ADDRESS.test(url),
        at('url'),
        'is no web address.',
        'Give it with http:// or https://, or leave it out.',
      );
  });
  return check;
}
