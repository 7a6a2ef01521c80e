import 'reflect-metadata';
import type { AgreementPlacementRow } from './agreement-activity.entity';
import { AgreementActivity } from './agreement-activity.type';

it('hides the smallest other scheme with the one small scheme, which the placements of the agreement would tell', () => {
  const placements = (
    [
      ['EMPLOYMENT', 30],
      ['MAGANG_LN', 3],
      ['PMI', 9],
    ] as const
  ).map(([scheme, placed]): AgreementPlacementRow => ({ agreementId: '', scheme, placed }));
  const row = { agreementId: '', classes: 2, seats: 40, asOf: new Date(0), demo: true };
  expect(AgreementActivity.from(row, placements).placements).toEqual([
    { scheme: 'EMPLOYMENT', count: 30, suppressed: false },
    { scheme: 'MAGANG_LN', count: null, suppressed: true },
    { scheme: 'PMI', count: null, suppressed: true },
  ]);
});
